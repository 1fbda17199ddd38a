/// The variables of a scenario: predefined, and saved by steps.
struct Variables {
    private var values: [String: JSON]

    /// The predefined variables.
    init(_ setting: Setting) throws {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        let unique = String((0..<12).compactMap { _ in alphabet.randomElement() })
        values = [
            "unique": .string(unique),
            "era": .string(setting.era),
            "members_make_keys": .bool(!["jun24", "modern"].contains(setting.era)),
            "encrypted": .bool(setting.era != "modern"),
            "base_url": .string(setting.url),
            "directory": .string(setting.directory),
            "fixtures": try setting.fixtures.map(JSON.read) ?? .null,
        ]
    }

    mutating func set(_ name: String, _ value: JSON) {
        values[name] = value
    }

    /// Adds the variables of a fragment that runs once, except `$unique`.
    mutating func take(_ left: Variables) {
        values.merge(left.values.filter { $0.key != "unique" }) { _, theirs in theirs }
    }

    /// Replaces references and `$repeat` in every value.
    func substitute(_ value: JSON) throws -> JSON {
        switch value {
        case .string(let text):
            return try substitute(inText: text)
        case .array(let items):
            return .array(try items.map(substitute))
        case .object(let fields):
            if fields.count == 1, let repetition = fields["$repeat"] {
                return try repeated(repetition)
            }
            return .object(try fields.mapValues(substitute))
        default:
            return value
        }
    }

    private func substitute(inText text: String) throws -> JSON {
        if text.hasPrefix("$$") {
            return .string(String(text.dropFirst()))
        }
        if let whole = text.wholeMatch(of: /\$([a-z_]+(?:\.[A-Za-z0-9_]+)*)/) {
            return try get(whole.1)
        }
        let filled = try text.replacing(/\$\{([^}]*)\}/) { match in
            let value = try get(match.1)
            if case .string(let inner) = value { return inner }
            return value.text
        }
        return .string(filled)
    }

    private func get(_ path: Substring) throws -> JSON {
        let steps = path.split(separator: ".").map(String.init)
        let found = steps.dropFirst().reduce(steps.first.flatMap { values[$0] }) { $0?[$1] }
        guard let found else {
            throw Wrong("there is no $\(path)")
        }
        return found
    }
}

private func repeated(_ repetition: JSON) throws -> JSON {
    guard case .string(let text) = repetition["0"], case .number(let times) = repetition["1"],
        let count = Int(exactly: times), count >= 0
    else {
        throw Wrong("$repeat takes a string and a number")
    }
    return .string(String(repeating: text, count: count))
}
