package io.github.assumerole.goal;

import static java.util.Optional.ofNullable;

import io.github.assumerole.goal.config.BucketRulesParameter;
import io.github.assumerole.goal.config.ConfiguredLocations;
import io.github.assumerole.goal.config.GateParameters;
import io.github.assumerole.goal.config.GateParameters.Gate;
import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.goal.config.InputFiles;
import io.github.assumerole.goal.config.SelectionParameters;
import io.github.assumerole.report.RuleLocations;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Base of the goals that read bucket rules. */
abstract class AbstractGateMojo extends AbstractAwsMojo {
    /**
     * Buckets that must exist in the account: names, or globs with {@code *} for any number of characters and {@code ?}
     * for exactly one. A glob requires at least one matching bucket. Comma-separated on the command line, for example
     * {@code app-artifacts,app-logs-*}. An empty entry or an undefined variable is an error. In the POM, one child
     * element for each bucket, with any name. Only general purpose buckets: the name of a directory bucket or of an
     * access point alias is an error.
     */
    @Parameter(property = "assume-role.requiredBuckets")
    private List<String> requiredBuckets = List.of();

    /**
     * Buckets that must not exist in the account: names or globs as in {@code requiredBuckets}, for example
     * {@code *-tmp}.
     */
    @Parameter(property = "assume-role.forbiddenBuckets")
    private List<String> forbiddenBuckets = List.of();

    /**
     * Bucket names that must not be in use by any AWS account (bucket names are global), for deployments that will
     * create these buckets: full names that S3 accepts for new buckets, for example {@code app-artifacts}, no globs.
     * Requires the permission s3:ListBucket on each.
     */
    @Parameter(property = "assume-role.availableNames")
    private List<String> availableNames = List.of();

    /** Minimum number of selected buckets: 0 or more. */
    @Parameter(property = "assume-role.minBuckets")
    private Integer minBuckets;

    /** Maximum number of selected buckets: 0 or more. */
    @Parameter(property = "assume-role.maxBuckets")
    private Integer maxBuckets;

    /**
     * Rules about the settings of buckets, one child element named rule for each. A rule has an element {@code bucket},
     * a name or a glob that applies to all matching buckets, and any of these elements: {@code except} (one child
     * element {@code bucket} for each name or glob that a glob does not apply to), {@code taggedWith} (tags as in
     * {@code tags}; a glob then applies only to buckets that have them), {@code exists} (true or false; a bucket given
     * by name must exist by default), {@code region} (name or glob), {@code versioning} (Enabled, Suspended, Disabled),
     * {@code mfaDelete} (Enabled, Disabled), {@code encryption} (AES256, aws:kms, aws:kms:dsse, or several of them,
     * separated by commas), {@code kmsKeyId} (ID, ARN, alias or glob), {@code bucketKey} (true or false),
     * {@code publicAccessBlocked} (true: all four settings of Block Public Access are on; false: not all of them),
     * {@code policyPublic} (whether the bucket policy makes the bucket public), {@code secureTransportOnly} (whether
     * the bucket policy denies requests without TLS), {@code objectOwnership} (BucketOwnerEnforced,
     * BucketOwnerPreferred, ObjectWriter), {@code lifecycle} (whether a lifecycle rule is enabled),
     * {@code expirationDays} (all objects expire after at most this many days), {@code logging} (true, false, or a name
     * or glob for the target bucket), {@code objectLock} and {@code replication} (true or false), {@code tags} (one
     * child element for each tag, with the key as its name and a glob for the value), {@code tagged} (the same with one
     * {@code key=glob} for each child element, for keys that are no valid XML names). In addition, {@code level} (error
     * or warn), {@code message} (added to each violation) and {@code skip} (true disables the rule). Example: a rule
     * with bucket {@code app-*} and versioning {@code Enabled} is violated by each bucket whose name starts with app-
     * and that has another versioning status. Other elements, empty elements and elements given twice are errors. A
     * list that both a POM and its parent configure needs combine.children="append" or combine.self="override". POM
     * only; use {@code rulesFile} on the command line.
     */
    @Parameter
    private PlexusConfiguration bucketRules;

    /**
     * XML file with more bucket rules, for example {@code bucket-rules.xml}; its root element is {@code bucketRules}.
     * Goal init-rules generates such files. A relative path is resolved against the directory of each module, also that
     * of a parent POM.
     */
    @Parameter(property = "assume-role.rulesFile")
    private File rulesFile;

    /**
     * How buckets are looked up. {@code auto} lists the buckets of the account; if listing is denied, buckets that
     * rules name are looked up one by one (HeadBucket, with the expected bucket owner), and rules that require a
     * listing cannot be evaluated, which is an error. {@code list} only lists. {@code head} only looks up by name;
     * rules with globs or counts are then a configuration error.
     */
    @Parameter(property = "assume-role.lookup", defaultValue = "auto")
    private String lookup;

    /**
     * Selects buckets whose names start with this prefix, for example {@code app-}. A rule about buckets outside of the
     * selection is a configuration error.
     */
    @Parameter(property = "assume-role.prefix")
    private String prefix;

    /**
     * Selects buckets that match one of these names or globs, for example {@code app-*}. Restricts rules as
     * {@code prefix} does.
     */
    @Parameter(property = "assume-role.includes")
    private List<String> includes = List.of();

    /**
     * Excludes buckets that match one of these names or globs, for example {@code *-tmp}. Restricts rules as
     * {@code prefix} does.
     */
    @Parameter(property = "assume-role.excludes")
    private List<String> excludes = List.of();

    /**
     * Selects buckets in this region, for example {@code eu-central-1}. AWS filters them (parameter bucket-region of
     * ListBuckets); with a custom endpoint, the goal does, with GetBucketLocation if the list has no regions. Rules
     * that forbid buckets, and rules with globs, are then a configuration error, because they would miss other regions.
     */
    @Parameter(property = "assume-role.bucketRegion")
    private String bucketRegion;

    /**
     * Custom endpoint for S3 only, for example {@code https://s3.example.com}; overrides {@code endpointUrl}. The
     * variable AWS_ENDPOINT_URL_S3 also works.
     */
    @Parameter(property = "assume-role.s3EndpointUrl")
    private String s3EndpointUrl;

    @Override
    final Optional<String> s3EndpointUrl() {
        return ofNullable(s3EndpointUrl);
    }

    final Gate gate(ConfigurationProblems problems) {
        return new GateParameters(
                        new GateParameters.Names(requiredBuckets, forbiddenBuckets, availableNames),
                        new GateParameters.Counts(ofNullable(minBuckets), ofNullable(maxBuckets)),
                        new BucketRulesParameter(new GoalConfiguration(session, execution))
                                .read(ofNullable(bucketRules)),
                        new InputFiles(project, execution).read(problems, "rulesFile", ofNullable(rulesFile)),
                        lookup)
                .read(
                        new SelectionParameters(ofNullable(prefix), includes, excludes, ofNullable(bucketRegion))
                                .read(problems),
                        problems);
    }

    /** Where the rules are configured. */
    final RuleLocations locations() {
        return ConfiguredLocations.of(session, project, execution, ofNullable(rulesFile));
    }
}
