import io.github.infisicale2ee.Client

/** Prints the secrets a token opens: names and values in UTF-8, each ended by a NUL. */
suspend fun main() {
    val secrets = Client.fromEnv().use { it.secrets.list().toMap() }
    for ((name, value) in secrets) {
        System.out.write("$name\u0000$value\u0000".encodeToByteArray())
    }
    System.out.flush()
}
