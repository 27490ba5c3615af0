package io.github.assumerole.goal;

import io.github.assumerole.build.BuildState;
import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.goal.config.check.ConfigurationCheck;
import io.github.assumerole.goal.config.check.MergedListCheck;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Runs a goal: skips it if it is configured so, checks that nothing configured is lost, and translates exceptions into
 * Maven's.
 *
 * <p>Goal {@code list-buckets} has a parameter {@code skipListBuckets} with the property
 * {@code assume-role.listBuckets.skip}, and so on for each goal; this class reads it by its name.
 */
record GoalRun(MavenSession session, MavenProject project, MojoExecution execution, Log log) {

    /** What a goal does; {@code problems} already contains what was lost of the configuration. */
    interface Work {
        void run(ConfigurationProblems problems) throws MojoFailureException;
    }

    void run(Work work) throws MojoExecutionException, MojoFailureException {
        GoalConfiguration goal = new GoalConfiguration(session, execution);
        boolean skipsAll = goal.isTrue("skip");
        if (skipsAll || goal.isTrue(skipParameter())) {
            log.info("Skipped: " + (skipsAll ? "assume-role.skip" : skipProperty()) + " is true.");
            return;
        }
        try {
            ConfigurationProblems problems = new ConfigurationProblems();
            new ConfigurationCheck(session, project, execution).check(goal, problems, this::warnOnce);
            new MergedListCheck(project, execution).check(problems);
            work.run(problems);
        } catch (InvalidConfigurationException | AwsAccessException failure) {
            throw new MojoExecutionException(failure.getMessage(), failure);
        }
    }

    /** Throws all configuration errors found so far; without any, fails if Maven is offline. */
    void requireValidAndOnline(ConfigurationProblems problems) {
        problems.throwIfAny();
        if (session.isOffline()) {
            throw new AwsAccessException(
                    "Cannot run " + execution.getGoal(),
                    "Maven is offline (-o, or <offline> in settings.xml), and this goal has to call AWS.",
                    List.of("run the build without -o", "skip the goal on purpose with -D" + skipProperty()));
        }
    }

    /** Each module of a build has the same properties. */
    private void warnOnce(String warning) {
        if (BuildState.of(session).isFirst(warning)) {
            log.warn(warning);
        }
    }

    private String skipProperty() {
        String goal = skipParameter().substring("skip".length());
        return "assume-role." + Character.toLowerCase(goal.charAt(0)) + goal.substring(1) + ".skip";
    }

    private String skipParameter() {
        StringBuilder parameter = new StringBuilder("skip");
        for (String word : execution.getGoal().split("-")) {
            parameter.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return parameter.toString();
    }
}
