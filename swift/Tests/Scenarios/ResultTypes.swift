import Foundation
import InfisicalE2EE

// The types of results, as JSON.

extension JSON: ResultValue {
    var json: JSON { self }
}

/// Text that contains JSON.
struct JSONText: ResultValue {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    var json: JSON {
        get throws { try JSON(parsing: text) }
    }
}

extension String: ResultValue {
    var json: JSON { .string(self) }
}

extension Data: ResultValue {
    var json: JSON { .string(base64EncodedString()) }
}

extension Bool: ResultValue {
    var json: JSON { .bool(self) }
}

extension Int: ResultValue {
    var json: JSON { .number(Double(self)) }
}

extension Duration: ResultValue {
    /// In seconds.
    var json: JSON {
        .number(Double(components.seconds) + Double(components.attoseconds) / 1e18)
    }
}

extension Date: ResultValue {
    var json: JSON {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        // A binary fraction may lie just below its millisecond. Some releases of Foundation cut it off,
        // so that .851 becomes .850; others round, and would make .852 of half a millisecond more.
        return .string(style.format(addingTimeInterval(0.0001)))
    }
}

extension Optional: ResultValue where Wrapped: ResultValue {
    var json: JSON {
        get throws { try self?.json ?? .null }
    }
}

extension Array: ResultValue where Element: ResultValue {
    var json: JSON {
        get throws { .array(try map { try $0.json }) }
    }
}

extension ResultValue where Self: RawRepresentable<String> {
    var json: JSON { .string(rawValue) }
}

extension BulkItem.Action: ResultValue {}
extension BulkItem.Status: ResultValue {}
extension Permission: ResultValue {}
extension SecretType: ResultValue {}

extension InfisicalError: ResultValue {
    var json: JSON { .string(code) }
}
