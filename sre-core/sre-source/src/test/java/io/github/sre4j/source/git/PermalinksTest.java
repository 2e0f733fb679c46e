package io.github.sre4j.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinksTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "git@github.com:acme/shop.git,https://github.com/acme/shop/blob/c0ffee/a/B%20c.java#L3-L5",
        "https://github.com/acme/shop,https://github.com/acme/shop/blob/c0ffee/a/B%20c.java#L3-L5",
        "ssh://git@github.acme.com:2222/acme/shop.git,https://github.acme.com/acme/shop/blob/c0ffee/a/B%20c.java#L3-L5",
        "https://gitlab.com/acme/team/shop.git,https://gitlab.com/acme/team/shop/-/blob/c0ffee/a/B%20c.java#L3-5",
        "ssh://git@gitlab.acme.com/acme/shop.git/,https://gitlab.acme.com/acme/shop/-/blob/c0ffee/a/B%20c.java#L3-5",
        "https://gitlab.acme.com:8443/acme/shop.git,https://gitlab.acme.com:8443/acme/shop/-/blob/c0ffee/a/B%20c.java#L3-5",
        "git@bitbucket.org:acme/shop.git,https://bitbucket.org/acme/shop/src/c0ffee/a/B%20c.java#lines-3:5",
        "ssh://git@bitbucket.acme.com:7999/shp/shop.git,https://bitbucket.acme.com/projects/shp/repos/shop/browse/a/B%20c.java?at=c0ffee#3-5",
        "https://bitbucket.acme.com/scm/shp/shop.git,https://bitbucket.acme.com/projects/shp/repos/shop/browse/a/B%20c.java?at=c0ffee#3-5",
        "ssh://git@bitbucket.acme.com:7999/~ann/shop.git,https://bitbucket.acme.com/users/ann/repos/shop/browse/a/B%20c.java?at=c0ffee#3-5",
        "https://codeberg.org/acme/shop.git,https://codeberg.org/acme/shop/src/commit/c0ffee/a/B%20c.java#L3-L5",
        "code.acme.com:acme/shop.git,https://code.acme.com/acme/shop/blob/c0ffee/a/B%20c.java#L3-L5",
        "git@ssh.dev.azure.com:v3/acme/team/shop,https://dev.azure.com/acme/team/_git/shop?path=/a/B%20c.java&version=GCc0ffee&line=3&lineEnd=6&lineStartColumn=1&lineEndColumn=1",
    })
    void every_host_has_its_form(String remote, String link) {
        RemoteAddress address = RemoteAddress.parse(remote).orElseThrow();
        assertThat(new Permalinks(address, "c0ffee").to("a/B c.java", 3, 5)).isEqualTo(link);
    }

    @Test
    void one_line_is_one_line() {
        RemoteAddress address =
                RemoteAddress.parse("git@github.com:acme/shop.git").orElseThrow();
        assertThat(new Permalinks(address, "c0ffee").to("B.java", 3, 3)).endsWith("/B.java#L3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:s3cret@github.com/acme/shop.git",
                "https://s3cret@github.com/acme/shop.git",
                "https://x-access-token:s3cret@github.com/acme/shop",
                "https://ann@acme.com:s3cret@github.com/acme/shop.git",
                "ssh://ann:s3cret@github.com/acme/shop.git",
                "https://github.com/acme/shop.git?private_token=s3cret",
                "s3cret@github.com:acme/shop.git",
            })
    void credentials_never_get_into_a_link(String remote) {
        RemoteAddress address = RemoteAddress.parse(remote).orElseThrow();
        assertThat(address.toString()).doesNotContain("s3cret");
        assertThat(new Permalinks(address, "c0ffee").to("B.java", 3, 3))
                .isEqualTo("https://github.com/acme/shop/blob/c0ffee/B.java#L3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/git/shop.git", "../shop", "file:///srv/git/shop.git", "C:\\git\\shop", "", "   "})
    void a_remote_that_is_no_address_has_no_links(String remote) {
        assertThat(RemoteAddress.parse(remote)).isEmpty();
    }
}
