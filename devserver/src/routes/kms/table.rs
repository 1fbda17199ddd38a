//! The routes.

use axum::http::Method;

use super::{encryption, signatures, vault};
use crate::auth::Access;
use crate::http::Endpoint;
use crate::limits::Rate;
use crate::routes::table;

pub(crate) fn table() -> Vec<Endpoint> {
    table! {
        POST "/api/v1/kms/keys" USER_OR_IDENTITY Write => vault::create;
        GET "/api/v1/kms/keys" USER_OR_IDENTITY Read => vault::list;
        GET "/api/v1/kms/keys/key-name/{keyName}" USER_OR_IDENTITY Read => vault::get_by_name;
        GET "/api/v1/kms/keys/{keyId}" USER_OR_IDENTITY Read => vault::get;
        PATCH "/api/v1/kms/keys/{keyId}" USER_OR_IDENTITY Write => vault::update;
        DELETE "/api/v1/kms/keys/{keyId}" USER_OR_IDENTITY Write => vault::delete;
        POST "/api/v1/kms/keys/{keyId}/encrypt" USER_OR_IDENTITY Write => encryption::encrypt;
        POST "/api/v1/kms/keys/{keyId}/decrypt" USER_OR_IDENTITY Write => encryption::decrypt;
        POST "/api/v1/kms/keys/{keyId}/sign" USER_OR_IDENTITY Write => signatures::sign;
        POST "/api/v1/kms/keys/{keyId}/verify" USER_OR_IDENTITY Write => signatures::verify;
        GET "/api/v1/kms/keys/{keyId}/public-key" USER_OR_IDENTITY Read => signatures::public_key;
        GET "/api/v1/kms/keys/{keyId}/signing-algorithms"
            USER_OR_IDENTITY Read => signatures::algorithms;
    }
}
