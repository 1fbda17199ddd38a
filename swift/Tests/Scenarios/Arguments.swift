import InfisicalE2EE

/// The arguments of a step, each of which must be used.
struct Arguments {
    private var values: [String: JSON]

    init(_ value: JSON?) throws {
        switch value {
        case nil: values = [:]
        case .object(let fields): values = fields.filter { !$0.value.isNull }
        case let other?: throw Wrong("arguments must be an object, not \(other.short)")
        }
    }

    mutating func text(_ name: String) throws -> String? {
        switch values.removeValue(forKey: name) {
        case nil: nil
        case .string(let text): text
        case let other?: throw Wrong("\(name) must be a string, not \(other.short)")
        }
    }

    mutating func required(_ name: String) throws -> String {
        guard let text = try text(name) else {
            throw Wrong("the argument \(name) is missing")
        }
        return text
    }

    mutating func flag(_ name: String) throws -> Bool {
        try optionalFlag(name) ?? false
    }

    mutating func optionalFlag(_ name: String) throws -> Bool? {
        switch values.removeValue(forKey: name) {
        case nil: nil
        case .bool(let flag): flag
        case let other?: throw Wrong("\(name) must be true or false, not \(other.short)")
        }
    }

    mutating func number(_ name: String) throws -> Double? {
        switch values.removeValue(forKey: name) {
        case nil: nil
        case .number(let number): number
        case let other?: throw Wrong("\(name) must be a number, not \(other.short)")
        }
    }

    mutating func requiredNumber(_ name: String) throws -> Double {
        guard let number = try number(name) else {
            throw Wrong("the argument \(name) is missing")
        }
        return number
    }

    mutating func seconds(_ name: String) throws -> Duration? {
        try number(name).map { .seconds($0) }
    }

    mutating func list(_ name: String) throws -> [JSON]? {
        switch values.removeValue(forKey: name) {
        case nil: nil
        case .array(let items): items
        case let other?: throw Wrong("\(name) must be a list, not \(other.short)")
        }
    }

    mutating func requiredList(_ name: String) throws -> [JSON] {
        guard let items = try list(name) else {
            throw Wrong("the argument \(name) is missing")
        }
        return items
    }

    mutating func texts(_ name: String) throws -> [String] {
        try requiredList(name).map {
            guard case .string(let text) = $0 else {
                throw Wrong("\(name) must be a list of strings")
            }
            return text
        }
    }

    mutating func optionalTexts(_ name: String) throws -> [String]? {
        try values[name] == nil ? nil : texts(name)
    }

    mutating func textsByName(_ name: String) throws -> [String: String] {
        switch values.removeValue(forKey: name) {
        case nil: return [:]
        case .object(let fields):
            return try fields.mapValues {
                guard case .string(let text) = $0 else {
                    throw Wrong("\(name) must be an object of strings")
                }
                return text
            }
        case let other?: throw Wrong("\(name) must be an object, not \(other.short)")
        }
    }

    mutating func permissions(_ name: String) throws -> [Permission] {
        try values[name] == nil ? [.read] : texts(name).map(caseNamed)
    }

    mutating func unknownReferences() throws -> UnknownReferences {
        try text("unknown_references").map(caseNamed) ?? .error
    }

    mutating func nestedReferences() throws -> NestedReferences {
        try text("nested_references").map(caseNamed) ?? .ownFolder
    }

    /// Whatever is given, as JSON.
    mutating func json(_ name: String) -> JSON? {
        values.removeValue(forKey: name)
    }

    /// Fails if an argument is left that nobody asked for.
    func done() throws {
        if let name = values.keys.first {
            throw Wrong("the operation has no argument \(name)")
        }
    }
}
