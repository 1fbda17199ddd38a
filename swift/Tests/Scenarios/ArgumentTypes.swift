import Foundation
import InfisicalE2EE

// The types of arguments, from their JSON.

extension JSON: ArgumentValue {
    static var form: String { "JSON" }

    init?(argument json: JSON) {
        self = json
    }
}

extension String: ArgumentValue {
    static var form: String { "a string" }

    init?(argument json: JSON) {
        guard case .string(let text) = json else { return nil }
        self = text
    }
}

extension Data: ArgumentValue {
    static var form: String { "base64" }

    init?(argument json: JSON) {
        guard case .string(let text) = json else { return nil }
        self.init(base64Encoded: text)
    }
}

extension Bool: ArgumentValue {
    static var form: String { "true or false" }

    init?(argument json: JSON) {
        guard case .bool(let flag) = json else { return nil }
        self = flag
    }
}

extension Double: ArgumentValue {
    static var form: String { "a number" }

    init?(argument json: JSON) {
        guard case .number(let number) = json else { return nil }
        self = number
    }
}

extension Int: ArgumentValue {
    static var form: String { "an integer" }

    init?(argument json: JSON) {
        guard case .number(let number) = json else { return nil }
        self.init(exactly: number)
    }
}

extension Duration: ArgumentValue {
    static var form: String { "a number of seconds" }

    init?(argument json: JSON) {
        guard case .number(let seconds) = json else { return nil }
        self = .seconds(seconds)
    }
}

extension Array: ArgumentValue where Element: ArgumentValue {
    static var form: String { "a list in which each item is \(Element.form)" }

    init?(argument json: JSON) throws {
        guard case .array(let items) = json else { return nil }
        let values = try items.compactMap(Element.init(argument:))
        guard values.count == items.count else { return nil }
        self = values
    }
}

extension Dictionary: ArgumentValue where Key == String, Value == String {
    static var form: String { "an object of strings" }

    init?(argument json: JSON) {
        guard case .object(let fields) = json else { return nil }
        let values = fields.compactMapValues(String.init(argument:))
        guard values.count == fields.count else { return nil }
        self = values
    }
}

extension ArgumentValue where Self: RawRepresentable<String> {
    static var form: String { "a string" }

    /// The case of that name. Users cannot pass another name: it would not compile.
    init?(argument json: JSON) throws {
        guard case .string(let name) = json else { return nil }
        guard let value = Self(rawValue: name) else {
            throw InfisicalError.invalidInput(.init(message: "\(Self.self) has no case \(name)"))
        }
        self = value
    }
}

extension NestedReferences: ArgumentValue {}
extension Permission: ArgumentValue {}
extension SecretType: ArgumentValue {}
extension SecretsFormat: ArgumentValue {}
extension UnknownReferences: ArgumentValue {}

extension DeniedPermission: ArgumentRecord {
    init(fields: Arguments) throws {
        try fields.allow("environment", "permission")
        self.init(
            environment: try fields.required("environment"),
            permission: try fields.required("permission"))
    }
}

extension NewValue: ArgumentRecord {
    init(fields: Arguments) throws {
        try fields.allow("name", "value", "comment")
        self.init(
            try fields.required("name"), value: try fields.required("value"),
            comment: try fields.optional("comment"))
    }
}

extension RolePermission: ArgumentRecord {
    init(fields: Arguments) throws {
        try fields.allow("subject", "actions", "conditions", "inverted")
        let conditions: JSON? = try fields.optional("conditions")
        self.init(
            subject: try fields.required("subject"), actions: try fields.required("actions"),
            conditions: conditions?.text, inverted: try fields.optional("inverted", or: false))
    }
}

extension ServiceTokenScope: ArgumentRecord {
    init(fields: Arguments) throws {
        try fields.allow("environment", "path")
        self.init(
            environment: try fields.required("environment"), path: try fields.required("path"))
    }
}
