//! Sign-ups and invitations to an organization: the state after an interruption.

use infisical_e2ee::{Client, Credential, ErrorKind, NewAccount, Result};

use super::support::{
    ERAS, STEPS, World, answer_of, builder_at, http, interrupted, interrupted_and_mended,
    mailed_code,
};

const NEW: &str = "planted-Battery-Staple-8";

fn anyone(world: &World) -> Client {
    builder_at(&world.base_url).build().unwrap()
}

fn user(world: &World, email: &str) -> Client {
    world.client(Credential::user(email, NEW).unwrap())
}

/// A person who will sign up, possibly by invitation to an organization.
struct Newcomer {
    email: String,
    code: String,
    invited_to: Option<String>,
}

impl Newcomer {
    /// Requests a sign-up code by mail.
    async fn start(world: &World, email: String) -> Self {
        anyone(world).account().start_sign_up(&email).await.unwrap();
        let code = mailed_code(&world.base_url, &email).await;
        Self { email, code, invited_to: None }
    }

    async fn invite(world: &World, email: String) -> Self {
        let organization = organization_of(world).await;
        let ada = world.ada();
        ada.organizations().invite(&email).organization(&organization).await.unwrap();
        let code = mailed_code(&world.base_url, &email).await;
        Self { email, code, invited_to: Some(organization) }
    }

    /// Requests another code of the same kind.
    async fn anew(&self, world: &World) -> Self {
        match self.invited_to {
            Some(_) => Self::invite(world, self.email.clone()).await,
            None => Self::start(world, self.email.clone()).await,
        }
    }

    async fn sign_up(&self, client: &Client) -> Result<NewAccount> {
        let account = client.account();
        let mut signing_up = account.complete_sign_up(&self.email, self.code.as_str(), NEW);
        if let Some(organization) = &self.invited_to {
            signing_up = signing_up.invited_to(organization);
        }
        signing_up.send_password(true).await
    }

    /// Checks the result of a repeated sign-up, and completes it with a new code if necessary.
    async fn check(&self, world: &World, again: Result<NewAccount>, what: &str) {
        if let Err(error) = again {
            match error.kind() {
                ErrorKind::Conflict => {
                    assert!(error.message().contains("Log in"), "{what}: {error}");
                }
                ErrorKind::AuthenticationFailed => {
                    assert!(error.message().contains("another"), "{what}: {error}");
                    self.anew(world).await.sign_up(&anyone(world)).await.unwrap();
                }
                kind => panic!("{what}: {kind}: {error}"),
            }
        }
        let grace = user(world, &self.email);
        let organizations = grace.organizations().list().await.unwrap();
        assert_eq!(organizations.len(), 1, "{what}");
        match &self.invited_to {
            Some(organization) => assert_eq!(&organizations[0].id, organization, "{what}"),
            None => drop(grace.projects().create("compiler").await.unwrap()),
        }
    }
}

async fn organization_of(world: &World) -> String {
    world.ada().organizations().list().await.unwrap().remove(0).id
}

fn address(round: usize) -> String {
    format!("grace{round}@example.test")
}

#[tokio::test]
async fn sign_up_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        interrupted(
            &world,
            async |round| Newcomer::start(&world, address(round)).await,
            async |client, grace| grace.sign_up(client).await,
            async |grace, again, what| grace.check(&world, again, what).await,
        )
        .await;
    }
}

#[tokio::test]
async fn invited_sign_up_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        interrupted(
            &world,
            async |round| Newcomer::invite(&world, address(round)).await,
            async |client, grace| grace.sign_up(client).await,
            async |grace, again, what| grace.check(&world, again, what).await,
        )
        .await;
    }
}

/// The code is used by then, so only the client that confirmed it can continue.
#[tokio::test]
async fn sign_up_interrupted_after_confirmation_continues_with_the_same_client() {
    for era in STEPS {
        let world = World::start(era).await;
        for invited in [false, true] {
            interrupted_and_mended(
                &world,
                async |round| match invited {
                    true => Newcomer::invite(&world, address(100 + round)).await,
                    false => Newcomer::start(&world, address(round)).await,
                },
                async |client, grace| grace.sign_up(client).await,
                async |grace, again, what| {
                    let lost = if what.contains("BeforeServer") || what.contains("which is all") {
                        None
                    } else if what.contains("after 0") {
                        Some(ErrorKind::AuthenticationFailed)
                    } else {
                        Some(ErrorKind::Conflict)
                    };
                    let found = again.as_ref().err().map(infisical_e2ee::Error::kind);
                    assert_eq!(found, lost, "{what}, invited: {invited}");
                    grace.check(&world, again, what).await;
                },
            )
            .await;
        }
    }
}

#[tokio::test]
async fn sign_up_with_confirmed_code_in_a_new_client_must_start_again() {
    for era in ERAS {
        let world = World::start(era).await;
        let first = Newcomer::start(&world, address(0)).await;
        let path = if era == ERAS[0] { "v1" } else { "v3" };
        let url = format!("{}/api/{path}/signup/email/verify", world.base_url);
        let body = serde_json::json!({ "email": first.email, "code": first.code }).to_string();
        answer_of(http().post(url).header("content-type", "application/json").body(body)).await;

        let error = first.sign_up(&anyone(&world)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{era}");
        assert!(error.message().contains("Start the sign-up again"), "{era}: {error}");
        first.anew(&world).await.sign_up(&anyone(&world)).await.unwrap();
        user(&world, &first.email).account().me().await.unwrap();
    }
}

#[tokio::test]
async fn organizations_invite_interrupted_at_any_request_can_be_repeated() {
    for era in ERAS {
        let world = World::start(era).await;
        let organization = organization_of(&world).await;
        interrupted(
            &world,
            async |round| address(round),
            async |client, email| client.organizations().invite(email).await,
            async |email, again, what| {
                assert_eq!(again.unwrap().organization_id, organization, "{what}");
                let code = mailed_code(&world.base_url, email).await;
                let invited_to = Some(organization.clone());
                let grace = Newcomer { email: email.clone(), code, invited_to };
                let signed_up = grace.sign_up(&anyone(&world)).await;
                assert!(signed_up.is_ok(), "{what}: {signed_up:?}");
                grace.check(&world, signed_up, what).await;
            },
        )
        .await;
    }
}

#[tokio::test]
async fn accept_invitation_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let organization = organization_of(&world).await;
        let accept = async |client: &Client, email: &str, code: &str| {
            client.account().accept_invitation(email, &organization, code).await
        };
        interrupted(
            &world,
            async |round| {
                let founder = Newcomer::start(&world, address(round)).await;
                founder.sign_up(&anyone(&world)).await.unwrap();
                Newcomer::invite(&world, address(round)).await
            },
            async |client, grace| accept(client, &grace.email, &grace.code).await,
            async |grace, again, what| {
                if let Err(error) = again {
                    assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{what}: {error}");
                    assert!(error.message().contains("already a member"), "{what}: {error}");
                }
                let joined = user(&world, &grace.email).organizations().list().await.unwrap();
                assert_eq!(joined.len(), 2, "{what}");
            },
        )
        .await;
    }
}
