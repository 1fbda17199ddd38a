import Foundation
import InfisicalE2EE

/// The variables that `tests/run.py` sets for a runner.
struct Setting {
    let target: String
    let era: String
    let url: String
    let folder: URL
    /// Prints the sign-up code of the address appended to it.
    let codeCommand: String?
    /// An empty directory for the files of clients.
    let directory: String
    let fixtures: URL?

    /// `nil` if no target is set.
    init?(environment: [String: String]) {
        func variable(_ name: String) -> String? { environment["INFISICAL_E2EE_TEST_\(name)"] }
        guard let target = variable("TARGET"), let folder = variable("SCENARIOS") else {
            return nil
        }
        self.target = target
        era = variable("ERA") ?? ""
        url = variable("URL") ?? ""
        self.folder = URL(fileURLWithPath: folder)
        codeCommand = variable("CODE_CMD")
        directory = variable("DIRECTORY") ?? ""
        fixtures = variable("FIXTURES").map { URL(fileURLWithPath: $0) }
    }

    /// The scenario files, in the order of their names.
    func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

/// A scenario file.
struct Scenario {
    let name: String
    private let targets: [String]
    private let eras: [String]?
    private let steps: JSON

    init(_ file: URL) throws {
        let fields = try fields(
            of: JSON.read(file), among: ["name", "targets", "eras", "steps"], file.path)
        guard case .string(let name) = fields["name"], let targets = strings(fields["targets"]),
            let steps = fields["steps"]
        else {
            throw Wrong("\(file.path) is no scenario")
        }
        self.name = name
        self.targets = targets
        self.steps = steps
        eras = try fields["eras"].map {
            guard let eras = strings($0) else { throw Wrong("eras must be names") }
            return eras
        }
    }

    func fits(_ setting: Setting) -> Bool {
        targets.contains(setting.target) && eras?.contains(setting.era) ?? true
    }

    func run(_ setting: Setting, _ once: inout Once) async throws {
        var world = try World(setting)
        try await world.run(all: steps, &once)
    }
}

/// The results of fragments that run once, or their errors, by name.
struct Once {
    fileprivate var left: [String: Result<World, any Error>] = [:]
}

private func fields(
    of value: JSON, among known: Set<String>, _ what: String
) throws -> [String: JSON] {
    guard case .object(let fields) = value else {
        throw Wrong("\(what) must be an object")
    }
    if let key = fields.keys.first(where: { !known.contains($0) }) {
        throw Wrong("\(what) has an unknown key \(key)")
    }
    return fields
}

private func strings(_ value: JSON?) -> [String]? {
    guard case .array(let items) = value else { return nil }
    let strings = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    return strings.count == items.count ? strings : nil
}

/// The state that the steps of a scenario share.
private struct World {
    let setting: Setting
    var clients: [String: Client] = [:]
    var variables: Variables

    init(_ setting: Setting) throws {
        self.setting = setting
        variables = try Variables(setting)
    }

    mutating func run(all steps: JSON?, _ once: inout Once) async throws {
        guard case .array(let steps) = steps else {
            throw Wrong("steps must be a list")
        }
        for (index, step) in steps.enumerated() {
            do {
                if case .string(let name) = step["include"] {
                    _ = try fields(of: step, among: ["include"], "an include")
                    try await include(name, &once)
                } else {
                    try await run(step)
                }
            } catch {
                let what = (step["op"] ?? step["include"])?.text ?? "no op"
                throw Wrong("step \(index + 1) (\(what)): \(error)")
            }
        }
    }

    private mutating func include(_ name: String, _ once: inout Once) async throws {
        let file = setting.folder.appendingPathComponent("fragments/\(name).json")
        let fragment = try JSON.read(file)
        if case .array = fragment {
            return try await run(all: fragment, &once)
        }
        let whole = try fields(of: fragment, among: ["once", "steps"], "a fragment")
        guard case .bool(true) = whole["once"] else {
            throw Wrong("once can only be true")
        }
        let left: Result<World, any Error>
        if let known = once.left[name] {
            left = known
        } else {
            do {
                var world = try World(setting)
                try await world.run(all: whole["steps"], &once)
                left = .success(world)
            } catch {
                left = .failure(error)
            }
            once.left[name] = left
        }
        let world = try left.get()
        clients.merge(world.clients) { _, theirs in theirs }
        variables.take(world.variables)
    }

    mutating func run(_ step: JSON) async throws {
        let step = try fields(
            of: step, among: ["op", "client", "args", "expect", "error", "save"], "the step")
        let args = try Arguments(step["args"].map(variables.substitute))
        let expected = try step["expect"]?.of(era: setting.era).map(variables.substitute)
        let code = try expectedCode(step["error"]?.of(era: setting.era))

        let result: JSON
        do {
            result = try await perform(step, args)
        } catch let error as InfisicalError where error.code == code {
            return
        } catch let error as InfisicalError {
            throw Wrong("expected \(code ?? "success"), got \(error)")
        }
        if let code {
            throw Wrong("expected \(code), and it succeeded")
        }
        if let expected {
            try check(expected, result)
        }
        switch step["save"] {
        case nil: break
        case .string(let name): variables.set(name, result)
        case let other?: throw Wrong("save takes a name, not \(other.short)")
        }
    }

    private func expectedCode(_ code: JSON?) throws -> String? {
        switch code {
        case nil, .null: nil
        case .string(let code): code
        case let other?: throw Wrong("error takes a code, not \(other.short)")
        }
    }

    private mutating func perform(_ step: [String: JSON], _ args: Arguments) async throws -> JSON {
        guard case .string(let operation) = step["op"] else {
            throw Wrong("a step needs an op")
        }
        if !step.keys.contains("client"), let result = try function(operation, args) {
            return result
        }
        switch (operation, step["client"]) {
        case ("fixture.code", nil):
            try args.allow("email")
            return .object(["code": .string(try signUpCode(of: args.required("email")))])
        case ("fixture.sleep", nil):
            try args.allow("seconds")
            try await Task.sleep(for: args.required("seconds"))
            return .null
        case ("client.new", .string(let name)):
            clients[name] = try makeClient(args)
            return .null
        case (_, .string(let name)):
            guard let client = clients[name] else {
                throw Wrong("there is no client \(name)")
            }
            return try await call(operation, client, args)
        default:
            throw Wrong("the step names no client, or there is no such fixture")
        }
    }

    private func signUpCode(of email: String) throws -> String {
        guard let words = setting.codeCommand?.split(separator: " ").map(String.init) else {
            throw Wrong("INFISICAL_E2EE_TEST_CODE_CMD is not set")
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words + [email]
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Wrong("the command for the sign-up code failed")
        }
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
