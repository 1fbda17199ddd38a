import InfisicalE2EE

enum Settings: Equatable, Sendable {
    case loading
    case loaded([String: String])
    case failed(String)

    static func load(from client: Client) async -> Settings {
        do {
            return .loaded(try await client.secrets.list(timeout: .seconds(10)).dictionary())
        } catch is CancellationError {
            return .loading  // The view is gone.
        } catch {
            return .failed(error.localizedDescription)
        }
    }
}
