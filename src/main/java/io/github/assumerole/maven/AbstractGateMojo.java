package io.github.assumerole.maven;

import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.Lookup;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/** What the goals share that are about rules. */
abstract class AbstractGateMojo extends AbstractBucketsMojo {
    /**
     * Buckets that must be in the account: names, or globs in which {@code *} stands for any run of characters and
     * {@code ?} for exactly one; of a glob, at least one bucket must be there. On the command line they are separated
     * by commas. An empty entry, or a variable that is not defined, is an error: it must not weaken the gate.
     *
     * <pre>
     * &lt;requiredBuckets&gt;
     *   &lt;bucket&gt;app-artifacts&lt;/bucket&gt;
     *   &lt;bucket&gt;app-logs-*&lt;/bucket&gt;
     * &lt;/requiredBuckets&gt;
     * </pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.requiredBuckets")
    private List<String> requiredBuckets;

    /**
     * Buckets that must not be in the account: names or globs, written as in {@code requiredBuckets}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.forbiddenBuckets")
    private List<String> forbiddenBuckets;

    /**
     * Names that nobody may have a bucket of, in any account, since bucket names are global: for a deployment that will
     * create them. Whole names, no globs. Needs the permission s3:ListBucket on each.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.availableNames")
    private List<String> availableNames;

    /**
     * How many buckets there must be at least, of those that are selected: 0 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.minBuckets")
    private Integer minBuckets;

    /**
     * How many buckets there may be at most, of those that are selected: 0 or more.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.maxBuckets")
    private Integer maxBuckets;

    /**
     * How buckets must be set up. Each rule names a {@code bucket}, or a glob and means all that match, and says any
     * of: {@code exists} (true or false; a bucket that is named must exist anyway), {@code region} (a name or a glob),
     * {@code versioning} (Enabled, Suspended, Disabled), {@code encryption} (AES256, aws:kms, aws:kms:dsse) and
     * {@code kmsKeyId} (an id, an ARN, an alias or a glob), {@code publicAccessBlocked} (true when all four blocks must
     * be on, false when they must not), {@code tags} (a glob for the value of each key), {@code tagged} (the same as
     * {@code key=glob} each, for keys that are no XML names), {@code objectOwnership} (BucketOwnerEnforced,
     * BucketOwnerPreferred, ObjectWriter). {@code level} is error or warn, {@code message} is told with a violation,
     * {@code skip} true leaves the rule out. A glob that matches no bucket says so. In the POM only; on the command
     * line, there is {@code rulesFile}.
     *
     * <pre>
     * &lt;bucketRules&gt;
     *   &lt;rule&gt;
     *     &lt;bucket&gt;app-*&lt;/bucket&gt;
     *     &lt;versioning&gt;Enabled&lt;/versioning&gt;
     *     &lt;publicAccessBlocked&gt;true&lt;/publicAccessBlocked&gt;
     *     &lt;tags&gt;
     *       &lt;team&gt;core*&lt;/team&gt;
     *     &lt;/tags&gt;
     *   &lt;/rule&gt;
     * &lt;/bucketRules&gt;
     * </pre>
     *
     * @since 1.0.0
     */
    @Parameter
    private List<RuleElement> bucketRules;

    /**
     * A file with more {@code bucketRules}: that very element as its root, in XML. Goal init-rules writes such a file.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.rulesFile")
    private File rulesFile;

    /**
     * How buckets are looked for. With {@code auto} the account's listing decides; when that is denied, buckets that
     * rules name are looked up one by one (HeadBucket, with the account as expected owner), and whatever needs a
     * listing stays undecided, which fails. {@code list} and {@code head} force one way; with {@code head}, nothing is
     * listed, and rules with globs or numbers are a configuration error.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.lookup", defaultValue = "auto")
    private String lookup;

    AbstractGateMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution, decrypter, prompter);
    }

    /** What is demanded, and how it is looked for, going by the parameters. */
    final Gate gate(Validation validation) {
        lostValues().refuse(validation, "requiredBuckets", requiredBuckets);
        lostValues().refuse(validation, "forbiddenBuckets", forbiddenBuckets);
        lostValues().refuse(validation, "availableNames", availableNames);
        lostValues().refuse(validation, "minBuckets", minBuckets);
        lostValues().refuse(validation, "maxBuckets", maxBuckets);
        lostValues().refuse(validation, "rulesFile", rulesFile);
        BucketSelection selection = selection(validation);
        return new GateSettings(
                        requiredBuckets,
                        forbiddenBuckets,
                        availableNames,
                        minBuckets,
                        maxBuckets,
                        bucketRules,
                        rulesFile,
                        lookup)
                .read(selection, validation);
    }

    /** @param selection the buckets that count, and are shown */
    record Gate(BucketPolicy policy, BucketSelection selection, Lookup lookup) {}
}
