internal import InfisicalE2EENative

/// What moving secrets did.
public struct MoveResult: Hashable, Sendable {
    /// Names of the secrets that were moved. Not among them is one that an earlier, interrupted call had
    /// moved.
    public let moved: [String]
    /// Whether the source changed.
    public let sourceUpdated: Bool
    /// Whether the destination changed; false if it already had all the secrets.
    public let destinationUpdated: Bool

    init(_ result: NativeMoveResult) {
        moved = result.moved
        sourceUpdated = result.sourceUpdated
        destinationUpdated = result.destinationUpdated
    }
}
