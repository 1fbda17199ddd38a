package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeIdentityLogIn
import java.nio.file.Path

/**
 * How a machine identity logs in, other than by universal auth. The client logs in at the first
 * call and renews the access token before it expires. A proof that the server refused is not sent
 * again for a minute: wrong ones lock the identity. `toString` shows no secret.
 */
public class IdentityLogIn private constructor(internal val native: NativeIdentityLogIn) {
    override fun toString(): String =
        "IdentityLogIn(method=${native.method}, identityId=${native.identityId})"

    public companion object {
        /**
         * A machine identity in a Kubernetes pod, with the token of the pod's service account. The
         * file is read at each log-in, because Kubernetes replaces the token;
         * `/var/run/secrets/kubernetes.io/serviceaccount/token` by default.
         */
        @JvmStatic
        @JvmOverloads
        public fun kubernetes(identityId: String, tokenFile: Path? = null): IdentityLogIn =
            of("kubernetes", identityId, tokenFile = tokenFile)

        /**
         * A machine identity, with a JWT of the OIDC provider that its OIDC auth names. When it has
         * expired, the client cannot log in again.
         */
        @JvmStatic
        public fun oidc(identityId: String, token: String): IdentityLogIn =
            of("oidc", identityId, token = token)

        /** Like [oidc], with a file that contains the JWT and is read at each log-in. */
        @JvmStatic
        public fun oidcFile(identityId: String, tokenFile: Path): IdentityLogIn =
            of("oidc", identityId, tokenFile = tokenFile)

        /**
         * A machine identity, with a JWT that one of the keys of its JWT auth verifies. When it has
         * expired, the client cannot log in again.
         */
        @JvmStatic
        public fun jwt(identityId: String, token: String): IdentityLogIn =
            of("jwt", identityId, token = token)

        /** Like [jwt], with a file that contains the JWT and is read at each log-in. */
        @JvmStatic
        public fun jwtFile(identityId: String, tokenFile: Path): IdentityLogIn =
            of("jwt", identityId, tokenFile = tokenFile)

        /**
         * A machine identity, with an account in the LDAP directory of its LDAP auth. The server
         * receives the password, and gives it to the directory.
         */
        @JvmStatic
        public fun ldap(identityId: String, username: String, password: String): IdentityLogIn =
            of("ldap", identityId, username = username, password = password)

        /**
         * A machine identity on a machine or service of Azure, with its managed identity. At each
         * log-in the client asks Azure's instance metadata service for a token, or the endpoint in
         * `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`, which App Service and Functions set.
         *
         * @param resource the resource of the identity's Azure auth;
         *   `https://management.azure.com/` by default.
         * @param clientId client id of the managed identity, for a machine that has several.
         */
        @JvmStatic
        @JvmOverloads
        public fun azure(
            identityId: String,
            resource: String? = null,
            clientId: String? = null,
        ): IdentityLogIn = of("azure", identityId, resource = resource, clientId = clientId)

        /**
         * A machine identity on Google Cloud, with an ID token of the machine's service account,
         * for GCP auth of type `gce`. At each log-in the client asks the metadata server for the
         * token.
         */
        @JvmStatic
        public fun gcpIdToken(identityId: String): IdentityLogIn = of("gcp-id-token", identityId)

        /**
         * A machine identity, with the key file (JSON) of a service account of Google Cloud, for
         * GCP auth of type `iam`. At each log-in the client reads the file and signs a token with
         * the key, which stays on this machine.
         */
        @JvmStatic
        public fun gcpIam(identityId: String, keyFile: Path): IdentityLogIn =
            of("gcp-iam", identityId, keyFile = keyFile)

        /**
         * A machine identity with credentials of AWS. At each log-in the client signs a request
         * `sts:GetCallerIdentity`, which the server sends to AWS. The credentials are those in
         * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; else those of the
         * container's endpoint, which ECS and EKS set; else those of the instance's role. The
         * region is that in `AWS_REGION` or `AWS_DEFAULT_REGION`, else that of the instance, else
         * `us-east-1`.
         */
        @JvmStatic public fun awsIam(identityId: String): IdentityLogIn = of("aws-iam", identityId)

        /**
         * A machine identity, with a client certificate and its private key as PEM. The connection
         * presents the certificate in TLS; the key stays on this machine.
         */
        @JvmStatic
        public fun tlsCert(
            identityId: String,
            certificate: String,
            privateKey: String,
        ): IdentityLogIn =
            of("tls-cert", identityId, certificate = certificate, privateKey = privateKey)

        private fun of(
            method: String,
            identityId: String,
            token: String? = null,
            tokenFile: Path? = null,
            username: String? = null,
            password: String? = null,
            resource: String? = null,
            clientId: String? = null,
            keyFile: Path? = null,
            certificate: String? = null,
            privateKey: String? = null,
        ): IdentityLogIn {
            checkText(
                "identityId" to identityId,
                "token" to token,
                "tokenFile" to tokenFile?.toString(),
                "username" to username,
                "password" to password,
                "resource" to resource,
                "clientId" to clientId,
                "keyFile" to keyFile?.toString(),
                "certificate" to certificate,
                "privateKey" to privateKey,
            )
            return IdentityLogIn(
                NativeIdentityLogIn(
                    method = method,
                    identityId = identityId,
                    token = token,
                    tokenFile = tokenFile?.toString(),
                    username = username,
                    password = password,
                    resource = resource,
                    clientId = clientId,
                    keyFile = keyFile?.toString(),
                    certificate = certificate,
                    privateKey = privateKey,
                )
            )
        }
    }
}
