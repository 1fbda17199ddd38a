// The program whose memory run.py searches. Reads its task, and then a line, from standard input.
import Foundation
import InfisicalE2EE

/// What run.py asks for. `credential` is masked.
struct Instructions: Decodable {
    let kind: String
    let url: String
    let email: String
    let credential: String
    let project: String
    let secret: String
}

@main
enum Program {
    static func main() async throws {
        let task = try JSONDecoder().decode(Instructions.self, from: Data((readLine() ?? "").utf8))
        var kept: [any Sendable] = try await use(task)
        say("ready")
        _ = readLine()
        for case let client as Client in kept {
            client.close()
        }
        kept = []
        say("ended")
        _ = readLine()
    }

    /// Everything that the program keeps until the end.
    static func use(_ task: Instructions) async throws -> [any Sendable] {
        let credential = unmasked(task.credential)
        if task.kind == "control" {
            return [credential]
        }
        let client = try Client(
            credential: task.kind == "token"
                ? .token(credential) : .user(email: task.email, password: credential),
            baseURL: task.url, project: task.project, environment: "dev")
        let opened = try await client.projects.openKey(task.project)
        return [credential, client, opened, try await client.secrets.get(task.secret)]
    }

    static func unmasked(_ digits: String) -> String {
        var bytes = stride(from: 0, to: digits.utf8.count, by: 2).map { start in
            UInt8(digits.dropFirst(start).prefix(2), radix: 16)! ^ 0x5a
        }
        defer {
            for index in bytes.indices { bytes[index] = 0 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
