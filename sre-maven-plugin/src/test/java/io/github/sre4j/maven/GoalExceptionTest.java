package io.github.sre4j.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.sli.Durations;
import io.github.sre4j.text.Texts;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class GoalExceptionTest {

    private static final Texts JAPANESE = Texts.of("ja");

    @Test
    void a_setting_that_cannot_be_read_is_named_in_the_language_of_the_goal_without_its_english_cause() {
        GoalException refused = catchThrowableOfType(
                GoalException.class, () -> AbstractSreMojo.parameter("sre.window", () -> Durations.parse("7")));
        assertThat(refused).hasMessageStartingWith("sre.window: '7' is not a duration; write a number with a unit");
        assertThat(refused.in(JAPANESE))
                .hasMessageStartingWith("sre.window: '7' は時間ではありません。")
                .hasNoCause();
    }

    @Test
    void a_goal_says_in_its_language_why_it_does_nothing() throws Exception {
        AbstractSreMojo goal = new AbstractSreMojo() {

            @Override
            String goalSkipProperty() {
                return "sre.test.skip";
            }

            @Override
            boolean skipsThisGoal() {
                return false;
            }

            @Override
            void run() throws MojoExecutionException, MojoFailureException {
                throw GoalException.of("init.no-key");
            }
        };
        var locale = AbstractSreMojo.class.getDeclaredField("locale");
        locale.setAccessible(true);
        for (String language : new String[] {"en", "ja"}) {
            locale.set(goal, language);
            assertThat(catchThrowableOfType(MojoExecutionException.class, goal::execute))
                    .hasMessage(
                            language.equals("ja")
                                    ? "New Relic のキーがありません。ファイルの newrelic の部分を記入するか、sre.events にイベントファイルを指定してください。"
                                    : "No New Relic key: complete the newrelic section of the file, or set sre.events to event files.")
                    .hasNoCause();
        }
    }
}
