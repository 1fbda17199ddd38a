import InfisicalE2EE

/// A result of operations, in the form of scenarios.
protocol ResultValue {
    var json: JSON { get throws }
}

/// A value that is an object in scenarios.
protocol ResultRecord: ResultValue {
    var fields: [String: any ResultValue] { get }
}

extension ResultRecord {
    var json: JSON {
        get throws {
            .object(try fields.mapValues { try $0.json })
        }
    }
}

// The records that are not generated, because Swift or the scenarios use another form.

extension SecretList: ResultRecord {
    var fields: [String: any ResultValue] {
        ["secrets": Array(self), "failures": failures, "etag": etag]
    }
}

extension SecretFailure: ResultRecord {
    var fields: [String: any ResultValue] {
        ["id": id, "field": field, "code": error]
    }
}

extension BulkResult: ResultValue {
    var json: JSON {
        get throws { try Array(self).json }
    }
}

extension RolePermission: ResultRecord {
    var fields: [String: any ResultValue] {
        [
            "subject": subject, "actions": actions, "conditions": conditions.map(JSONText.init),
            "inverted": inverted,
        ]
    }
}
