import Foundation
import InfisicalE2EE

/// A file of the repository, by its path there.
func repositoryFile(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("../../..")
        .appendingPathComponent(path)
}

/// The code of the error a call throws; `nil` if it succeeds, or throws none of ours.
func code<Result>(of call: () async throws -> Result) async -> String? {
    do {
        _ = try await call()
        return nil
    } catch {
        return (error as? InfisicalError)?.code
    }
}
