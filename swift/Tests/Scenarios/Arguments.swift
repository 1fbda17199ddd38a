/// The arguments of a step, or the fields of an object in them. `null` means no value.
struct Arguments {
    private let values: [String: JSON]

    init(_ value: JSON?) throws {
        switch value {
        case nil: values = [:]
        case .object(let fields): values = fields.filter { !$0.value.isNull }
        case let other?: throw Wrong("arguments must be an object, not \(other.short)")
        }
    }

    /// Fails if there is an unknown argument.
    func allow(_ names: String...) throws {
        try allow(names)
    }

    func allow(_ names: [String]) throws {
        if let name = values.keys.first(where: { !names.contains($0) }) {
            throw Wrong("there is no argument \(name)")
        }
    }

    func required<Value: ArgumentValue>(_ name: String) throws -> Value {
        guard let value: Value = try optional(name) else {
            throw Wrong("the argument \(name) is missing")
        }
        return value
    }

    func optional<Value: ArgumentValue>(_ name: String) throws -> Value? {
        guard let json = values[name] else { return nil }
        guard let value = try Value(argument: json) else {
            throw Wrong("\(name) must be \(Value.form), not \(json.short)")
        }
        return value
    }

    func optional<Value: ArgumentValue>(_ name: String, or value: Value) throws -> Value {
        try optional(name) ?? value
    }
}

/// A value that scenarios give to operations.
protocol ArgumentValue {
    /// What its JSON must be.
    static var form: String { get }

    /// `nil` for JSON of another form.
    init?(argument json: JSON) throws
}

/// A value whose JSON is an object.
protocol ArgumentRecord: ArgumentValue {
    init(fields: Arguments) throws
}

extension ArgumentRecord {
    static var form: String { "an object" }

    init?(argument json: JSON) throws {
        guard case .object = json else { return nil }
        try self.init(fields: Arguments(json))
    }
}
