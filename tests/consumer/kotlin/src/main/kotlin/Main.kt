import io.github.infisicale2ee.Client

/** Prints the secrets a token opens: names and values, each ended by a NUL. */
suspend fun main() {
    Client(
            baseUrl = System.getenv("INFISICAL_URL"),
            token = System.getenv("INFISICAL_TOKEN"),
        )
        .use { client ->
            for ((name, value) in client.secrets.list().toMap()) {
                print("$name\u0000$value\u0000")
            }
        }
}
