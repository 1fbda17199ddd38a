internal import InfisicalE2EENative

/// What moving secrets did.
public struct MoveResult: Hashable, Sendable {
    /// Names of the secrets that were moved. Not among them is one that an earlier, interrupted call had
    /// moved.
    public let moved: [String]
    /// Whether the source was changed. On June 2024 servers it is not if a change there waits for
    /// somebody's approval.
    public let sourceUpdated: Bool
    /// Whether the destination was changed, likewise.
    public let destinationUpdated: Bool

    init(_ result: NativeMoveResult) {
        moved = result.moved
        sourceUpdated = result.sourceUpdated
        destinationUpdated = result.destinationUpdated
    }
}
