// Compares a result with the expectation of a step.

private let eras: Set = [
    "may23", "feb24", "jun24", "oct24", "oct24-e2ee", "modern", "jul26", "jul26-e2ee", "hostile",
    "default",
]

extension JSON {
    /// The expectation for this era: the era's entry of a map by era, or otherwise all of it.
    func of(era: String) -> JSON? {
        guard case .object(let byEra) = self, !byEra.isEmpty, eras.isSuperset(of: byEra.keys) else {
            return self
        }
        return byEra[era] ?? byEra["default"]
    }
}

/// Fails, naming the place, unless `actual` has everything `expected` lists.
func check(_ expected: JSON, _ actual: JSON, at place: String = "result") throws {
    let matches: Bool
    switch (expected, actual) {
    case (.object(let fields), _) where fields.keys.contains { $0.hasPrefix("$") }:
        matches = try matcher(fields, actual, at: place)
    case (.object(let fields), .object(let found)):
        for (key, value) in fields {
            try check(value, found[key] ?? .null, at: "\(place).\(key)")
        }
        return
    case (.array(let items), .array(let found)) where items.count == found.count:
        for (index, (item, found)) in zip(items, found).enumerated() {
            try check(item, found, at: "\(place).\(index)")
        }
        return
    case (.null, .null):
        matches = true
    case (.bool(let wanted), .bool(let found)):
        matches = wanted == found
    case (.number(let wanted), .number(let found)):
        matches = wanted == found
    case (.string(let wanted), .string(let found)):
        // By code unit: Swift considers differently composed accents equal.
        matches = wanted.utf8.elementsEqual(found.utf8)
    default:
        matches = false
    }
    if !matches {
        throw Wrong("\(place) is \(actual.short), not \(expected.short)")
    }
}

private func matcher(_ fields: [String: JSON], _ actual: JSON, at place: String) throws -> Bool {
    guard fields.count == 1, let (name, wanted) = fields.first else {
        throw Wrong("\(place): a matcher stands alone, unlike \(JSON.object(fields).short)")
    }
    switch (name, wanted, actual) {
    case ("$any", .bool(true), _):
        return !actual.isNull
    case ("$length", .number(let length), .string(let text)):
        return Double(text.unicodeScalars.count) == length
    case ("$length", .number(let length), .array(let items)):
        return Double(items.count) == length
    case ("$length", .number, _):
        return false
    case ("$contains", _, .array(let items)):
        return items.contains { item in (try? check(wanted, item)) != nil }
    case ("$contains", _, _):
        return false
    default:
        throw Wrong("\(place): there is no matcher \(JSON.object(fields).short)")
    }
}
