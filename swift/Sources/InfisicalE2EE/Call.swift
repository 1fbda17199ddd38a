internal import InfisicalE2EENative

/// Runs a call of the native client, and converts its errors to the types of this package.
func perform<Result>(_ call: () async throws -> Result) async throws -> Result {
    do {
        return try await call()
    } catch let cancellation as CancellationError {
        throw cancellation
    } catch {
        throw InfisicalError(thrown: error)
    }
}

extension Duration {
    var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}

/// Names and values in the order of the names.
func auditDetails(_ details: [String: String]) -> [NativeAuditDetail] {
    details.sorted { $0.key < $1.key }.map { NativeAuditDetail(name: $0.key, value: $0.value) }
}
