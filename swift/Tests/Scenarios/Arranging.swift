import InfisicalE2EE

// The operations that arrange secrets rather than read them.

func environments(
    _ operation: String, _ environments: Environments, _ args: inout Arguments
) async throws -> JSON {
    let project = try args.text("project")
    switch operation {
    case "list":
        try args.done()
        return .array(try await environments.list(project: project).map(\.json))
    case "create":
        let (name, slug) = (try args.required("name"), try args.required("slug"))
        try args.done()
        return try await environments.create(name, slug: slug, project: project).json
    case "update":
        let slug = try args.required("slug")
        let (newName, newSlug) = (try args.text("new_name"), try args.text("new_slug"))
        try args.done()
        return try await environments.update(
            slug, newName: newName, newSlug: newSlug, project: project
        ).json
    case "delete":
        let slug = try args.required("slug")
        try args.done()
        try await environments.delete(slug, project: project)
        return .null
    default: throw noOperation("environments.\(operation)")
    }
}

func folders(
    _ operation: String, _ folders: Folders, _ args: inout Arguments
) async throws -> JSON {
    let project = try args.text("project")
    let (environment, path) = (try args.text("environment"), try args.text("path"))
    switch operation {
    case "list":
        try args.done()
        return .array(
            try await folders.list(project: project, environment: environment, path: path)
                .map(\.json))
    case "create":
        let name = try args.required("name")
        try args.done()
        return try await folders.create(
            name, project: project, environment: environment, path: path
        ).json
    case "rename":
        let (name, newName) = (try args.required("name"), try args.required("new_name"))
        try args.done()
        return try await folders.rename(
            name, to: newName, project: project, environment: environment, path: path
        ).json
    case "delete":
        let name = try args.required("name")
        try args.done()
        try await folders.delete(name, project: project, environment: environment, path: path)
        return .null
    default: throw noOperation("folders.\(operation)")
    }
}

func secretImports(
    _ operation: String, _ imports: SecretImports, _ args: inout Arguments
) async throws -> JSON {
    let project = try args.text("project")
    let (environment, path) = (try args.text("environment"), try args.text("path"))
    switch operation {
    case "list":
        try args.done()
        return .array(
            try await imports.list(project: project, environment: environment, path: path)
                .map(\.json))
    case "create":
        let fromEnvironment = try args.required("from_environment")
        let fromPath = try args.required("from_path")
        try args.done()
        return try await imports.create(
            fromEnvironment: fromEnvironment, fromPath: fromPath, project: project,
            environment: environment, path: path
        ).json
    case "update":
        let id = try args.required("id")
        let fromEnvironment = try args.text("from_environment")
        let fromPath = try args.text("from_path")
        let position = try args.number("position").map { Int($0) }
        try args.done()
        return try await imports.update(
            id, fromEnvironment: fromEnvironment, fromPath: fromPath, position: position,
            project: project, environment: environment, path: path
        ).json
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await imports.delete(id, project: project, environment: environment, path: path)
        return .null
    default: throw noOperation("secret_imports.\(operation)")
    }
}

func tags(_ operation: String, _ tags: Tags, _ args: inout Arguments) async throws -> JSON {
    let project = try args.text("project")
    switch operation {
    case "list":
        try args.done()
        return .array(try await tags.list(project: project).map(\.json))
    case "create":
        let (name, slug) = (try args.required("name"), try args.required("slug"))
        let color = try args.text("color")
        try args.done()
        return try await tags.create(name, slug: slug, color: color, project: project).json
    case "update":
        let tag = try args.required("tag")
        let (newSlug, color) = (try args.text("new_slug"), try args.text("color"))
        try args.done()
        return try await tags.update(tag, newSlug: newSlug, color: color, project: project).json
    case "delete":
        let tag = try args.required("tag")
        try args.done()
        try await tags.delete(tag, project: project)
        return .null
    default: throw noOperation("tags.\(operation)")
    }
}

func setTags(_ secrets: Secrets, _ args: inout Arguments) async throws -> JSON {
    let project = try args.text("project")
    let (environment, path) = (try args.text("environment"), try args.text("path"))
    let (name, tags) = (try args.required("name"), try args.texts("tags"))
    try args.done()
    return try await secrets.setTags(
        name, tags: tags, project: project, environment: environment, path: path
    ).json
}

func move(_ secrets: Secrets, _ args: inout Arguments) async throws -> JSON {
    let project = try args.text("project")
    let (environment, path) = (try args.text("environment"), try args.text("path"))
    let names = try args.texts("names")
    let (toEnvironment, toPath) = (try args.text("to_environment"), try args.text("to_path"))
    let overwrite = try args.flag("overwrite")
    try args.done()
    return try await secrets.move(
        names, toEnvironment: toEnvironment, toPath: toPath, overwrite: overwrite,
        project: project, environment: environment, path: path
    ).json
}

func setMany(_ secrets: Secrets, _ args: inout Arguments) async throws -> JSON {
    let project = try args.text("project")
    let (environment, path) = (try args.text("environment"), try args.text("path"))
    let values = try (args.list("values") ?? []).map { given in
        var fields = try Arguments(given)
        let value = NewValue(
            try fields.required("name"), value: try fields.required("value"),
            comment: try fields.text("comment"))
        try fields.done()
        return value
    }
    let dryRun = try args.flag("dry_run")
    try args.done()
    return .array(
        try await secrets.setMany(
            values, dryRun: dryRun, project: project, environment: environment, path: path
        ).map(\.json))
}

func deleteMany(_ secrets: Secrets, _ args: inout Arguments) async throws -> JSON {
    let project = try args.text("project")
    let (environment, path) = (try args.text("environment"), try args.text("path"))
    let (names, dryRun) = (try args.texts("names"), try args.flag("dry_run"))
    try args.done()
    return .array(
        try await secrets.deleteMany(
            names, dryRun: dryRun, project: project, environment: environment, path: path
        ).map(\.json))
}
