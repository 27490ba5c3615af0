package io.github.assumerole.goal;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSettingsReader;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.rule.RulesFileWriter;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.export.OutputFile;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.goal.config.ListingParameters;
import io.github.assumerole.goal.config.ParameterPath;
import io.github.assumerole.goal.config.SelectionParameters;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Plural;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates a rules file from the existing buckets and their settings, so that list-buckets with {@code rulesFile}
 * reports any later change. Credentials are those that list-buckets would use.
 *
 * <p>The file is complete or not written: if one setting of one bucket cannot be read, the goal fails.
 *
 * @since 1.0.0
 */
@Mojo(name = "init-rules", requiresProject = false, threadSafe = true, configurator = GoalConfigurator.NAME)
final class InitRulesMojo extends AbstractAwsMojo {
    /** Skips only this goal. */
    @Parameter(property = "assume-role.initRules.skip", defaultValue = "false")
    private boolean skipInitRules;

    /** File to write. */
    @Parameter(property = "assume-role.rulesFile", defaultValue = "${basedir}/bucket-rules.xml", required = true)
    private File rulesFile;

    /** Whether to replace an existing file. If false, an existing file is an error before any call. */
    @Parameter(property = "assume-role.overwrite", defaultValue = "false")
    private boolean overwrite;

    /**
     * Settings to generate rules about, for example {@code region,versioning}: any of region, versioning (with
     * mfaDelete), encryption (with kmsKeyId and bucketKey), publicAccessBlocked, tags, objectOwnership,
     * secureTransportOnly, policyPublic, lifecycle (with expirationDays), logging, objectLock and replication; the
     * default is all. Each takes one call per bucket and the permission for it.
     */
    @Parameter(property = "assume-role.settings")
    private List<String> settings = List.of();

    /** Generates rules only for buckets whose names start with this prefix, for example {@code app-}. */
    @Parameter(property = "assume-role.prefix")
    private String prefix;

    /**
     * Generates rules only for buckets that match one of these names or globs, for example {@code app-*}, with
     * {@code *} for any number of characters and {@code ?} for exactly one.
     */
    @Parameter(property = "assume-role.includes")
    private List<String> includes = List.of();

    /** Generates no rules for buckets that match one of these names or globs, for example {@code *-tmp}. */
    @Parameter(property = "assume-role.excludes")
    private List<String> excludes = List.of();

    /**
     * Generates rules only for buckets in this region, for example {@code eu-central-1}. AWS filters them (parameter
     * bucket-region of ListBuckets); with a custom endpoint, the goal does.
     */
    @Parameter(property = "assume-role.bucketRegion")
    private String bucketRegion;

    /**
     * Buckets per page of ListBuckets: 1 to 10000. The default is 10000 on AWS; with a custom endpoint the parameter is
     * not sent, because some servers silently truncate the list at the page size.
     */
    @Parameter(property = "assume-role.pageSize")
    private Integer pageSize;

    /**
     * Whether to use base credentials and their account if no {@code roleArn} is configured and assume-role has not run
     * in this project.
     */
    @Parameter(property = "assume-role.allowDefaultCredentials", defaultValue = "false")
    private boolean allowDefaultCredentials;

    /**
     * Custom endpoint for S3 only, for example {@code https://s3.example.com}; overrides {@code endpointUrl}. The
     * variable AWS_ENDPOINT_URL_S3 also works.
     */
    @Parameter(property = "assume-role.s3EndpointUrl")
    private String s3EndpointUrl;

    @Override
    Optional<String> s3EndpointUrl() {
        return Optional.ofNullable(s3EndpointUrl);
    }

    @Override
    void run(ConfigurationProblems problems) {
        AwsContext context = context(problems);
        PropertyNames names = PropertyNames.under(propertyPrefix, problems);
        BucketSelection selection = new SelectionParameters(
                        Optional.ofNullable(prefix), includes, excludes, Optional.ofNullable(bucketRegion))
                .read(problems);
        BucketQuery query = new ListingParameters(Optional.ofNullable(pageSize)).read(selection, problems);
        Set<Setting> wanted = wanted(problems);
        Optional<Path> file = ParameterPath.read(problems, "rulesFile", Optional.of(rulesFile));
        if (rulesFile.exists() && !overwrite) {
            problems.add(
                    "rulesFile",
                    rulesFile + " already exists; set another file, or replace it with -Dassume-role.overwrite");
        }
        goal().requireValidAndOnline(problems);

        Map<String, Map<Setting, Map<String, String>>> settingsByBucket;
        try (BucketCatalog catalog = new BucketCatalogs(context)
                .find(project, BuildState.of(session), names.prefix(), allowDefaultCredentials, query)
                .catalog()) {
            settingsByBucket = new BucketSettingsReader(catalog, selection).read(wanted);
        }
        if (settingsByBucket.isEmpty()) {
            throw new AwsAccessException(
                    "Cannot generate bucket rules",
                    selection.equals(BucketSelection.EVERYTHING)
                            ? "the account has no buckets."
                            : "no bucket of the account is selected.",
                    List.of("check the role and its account, and <prefix>, <includes>, <excludes>, <bucketRegion>"));
        }
        OutputFile.write("the rules", file.orElseThrow(), "rulesFile", RulesFileWriter.of(settingsByBucket));
        getLog().info("Rules for " + Plural.of(settingsByBucket.size(), "bucket") + " -> " + rulesFile);
        GoalCommand command = GoalCommand.of(session, project, execution);
        getLog().info("To check them: " + command.run("list-buckets", fileProperty()) + others(command)
                + "; to detect new buckets, set <maxBuckets> to " + settingsByBucket.size() + ".");
    }

    private static String others(GoalCommand command) {
        List<String> others = command.others("list-buckets");
        return others.isEmpty() ? "" : "; add the other goals and options of this build: " + String.join(", ", others);
    }

    /** A file that the POM configures is read from there. */
    private Map<String, String> fileProperty() {
        String property = "assume-role.rulesFile";
        String configured = execution.getConfiguration().getChild("rulesFile").getValue();
        return configured == null || configured.equals("${" + property + "}")
                ? Map.of(property, rulesFile.getPath())
                : Map.of();
    }

    private Set<Setting> wanted(ConfigurationProblems problems) {
        List<Setting> some = problems.all("settings", settings, Setting::parse);
        return some.isEmpty() ? EnumSet.allOf(Setting.class) : EnumSet.copyOf(some);
    }
}
