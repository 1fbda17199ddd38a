//! Lists that servers return in pages.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use crate::Result;
use crate::client::call::Call;
use crate::http::Request;

impl Call {
    /// Reads a whole list, newest first; `request` requests the page at an offset. New entries push
    /// others to the next page, so duplicates are removed.
    /// All pages together may have as much as one answer.
    pub(crate) async fn all_pages<Page, Item>(
        &self,
        page_size: u64,
        request: impl Fn(u64, u64) -> Request,
        items: impl Fn(Page) -> Vec<Item>,
        id: impl Fn(&Item) -> String,
    ) -> Result<Vec<Item>>
    where
        Page: DeserializeOwned + Send + 'static,
    {
        self.all_counted_pages(page_size, request, |page| (items(page), None), id).await
    }

    /// Like [`all_pages`](Self::all_pages), for a list that may have a total count.
    pub(crate) async fn all_counted_pages<Page, Item>(
        &self,
        page_size: u64,
        request: impl Fn(u64, u64) -> Request,
        items: impl Fn(Page) -> (Vec<Item>, Option<u64>),
        id: impl Fn(&Item) -> String,
    ) -> Result<Vec<Item>>
    where
        Page: DeserializeOwned + Send + 'static,
    {
        let (mut all, mut seen) = (Vec::new(), HashSet::new());
        let (mut offset, mut pages) = (0, self.shared.transport.pages());
        loop {
            let response = self.send_authorized(request(offset, page_size)).await?;
            pages.add(&response)?;
            let (page, total) = items(response.json::<Page>().await?);
            drop(response);
            let count = u64::try_from(page.len()).unwrap_or(u64::MAX);
            let known = all.len();
            all.extend(page.into_iter().filter(|item| seen.insert(id(item))));
            offset += count;
            let is_last = match total {
                Some(total) => offset >= total,
                None => count < page_size,
            };
            self.deadline.renew();
            // A server without pages repeats the same entries.
            if is_last || all.len() == known {
                return Ok(all);
            }
        }
    }
}
