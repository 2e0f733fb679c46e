package io.github.sre4j.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private GitRepository around(String inside) {
        return GitRepository.around(folder.resolve(inside)).orElseThrow();
    }

    @Test
    void a_branch_is_read_from_its_own_file_before_the_packed_ones() throws IOException {
        write("shop/.git/HEAD", "ref: refs/heads/main\n");
        write("shop/.git/packed-refs", "# pack-refs with: peeled\n" + B + " refs/heads/main\n^" + A + "\n");
        assertThat(around("shop/src/main").head()).contains(B);
        write("shop/.git/refs/heads/main", A + "\n");
        assertThat(around("shop/src/main").head()).contains(A);
        assertThat(around("shop/src/main").root()).isEqualTo(folder.resolve("shop"));
    }

    @Test
    void a_detached_head_is_a_commit() throws IOException {
        write("shop/.git/HEAD", A + "\n");
        assertThat(around("shop").head()).contains(A);
    }

    @Test
    void a_worktree_shares_branches_and_remotes() throws IOException {
        write("shop/.git/HEAD", "ref: refs/heads/main\n");
        write(
                "shop/.git/config",
                "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:acme/shop.git\n");
        write("shop/.git/refs/heads/fix", B + "\n");
        write("shop/.git/worktrees/fix/HEAD", "ref: refs/heads/fix\n");
        write("shop/.git/worktrees/fix/commondir", "../..\n");
        write("fix/.git", "gitdir: " + folder.resolve("shop/.git/worktrees/fix") + "\n");
        GitRepository worktree = around("fix");
        assertThat(worktree.head()).contains(B);
        assertThat(worktree.remote()).contains(new RemoteAddress("github.com", "acme/shop"));
        assertThat(worktree.root()).isEqualTo(folder.resolve("fix"));
    }

    @Test
    void the_remote_of_the_branch_comes_before_origin() throws IOException {
        write("shop/.git/HEAD", "ref: refs/heads/main\n");
        write("shop/.git/config", """
            [remote "origin"]
              url = git@github.com:ann/shop.git
            [remote "upstream"]
              url = acme:shop.git
            [url "https://code.acme.com/team/"]
              insteadOf = acme:
            [branch "main"]
              remote = upstream
            """);
        assertThat(around("shop").remote()).contains(new RemoteAddress("code.acme.com", "team/shop"));
    }

    @Test
    void nothing_readable_is_nothing_known() throws IOException {
        assertThat(GitRepository.around(folder).map(GitRepository::root)).isNotEqualTo(java.util.Optional.of(folder));
        write("shop/.git/HEAD", "ref: refs/heads/../../../../x\n");
        write("shop/.git/config", "[remote \"origin\"]\n url = /srv/shop.git\n[[[=\n");
        assertThat(around("shop").head()).isEmpty();
        assertThat(around("shop").remote()).isEmpty();
    }

    @Test
    void the_commit_that_was_deployed_comes_before_the_one_that_was_built_and_that_before_the_checkout()
            throws IOException {
        write("shop/.git/HEAD", A + "\n");
        Path classes = folder.resolve("shop/target/classes");
        GitRepository repository = around("shop");
        assertThat(Revision.find(null, List.of(classes), repository)).contains(new Revision(A, Revision.Origin.HEAD));
        write(
                "shop/target/classes/git.properties",
                "git.commit.id.full=" + B + "\ngit.remote.origin.url=https\\://x\\:y@z/\n");
        assertThat(Revision.find(null, List.of(classes), repository)).contains(new Revision(B, Revision.Origin.BUILD));
        assertThat(Revision.find("0123abc", List.of(classes), repository))
                .contains(new Revision("0123abc", Revision.Origin.DEPLOYMENT));
        assertThat(Revision.find("main; rm -rf", List.of(), null)).isEmpty();
    }
}
