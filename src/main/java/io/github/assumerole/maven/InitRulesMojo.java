package io.github.assumerole.maven;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketInventory;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.file.RulesFileWriter;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import io.github.assumerole.text.Plural;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/**
 * Writes a file of rules from the buckets that are there now and how they are set up, so that {@code list-buckets} with
 * {@code rulesFile} tells when anything of it changes. Credentials and selection are those of {@code list-buckets}.
 *
 * <p>All that is written was looked at: when a setting of one bucket may not be read, the goal fails and writes
 * nothing.
 *
 * @since 1.0.0
 */
@Mojo(name = "init-rules", requiresProject = false, threadSafe = true)
final class InitRulesMojo extends AbstractBucketsMojo {
    /**
     * Skips this goal, and no other.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.initRules.skip", defaultValue = "false")
    private boolean skipInitRules;

    /**
     * The file to write.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.rulesFile", defaultValue = "${basedir}/bucket-rules.xml", required = true)
    private File rulesFile;

    /**
     * Whether a file that is there already is replaced. Without, the goal fails before any call.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.overwrite", defaultValue = "false")
    private boolean overwrite;

    /**
     * Which settings to write rules about: any of region, versioning, encryption, publicAccessBlocked, tags and
     * objectOwnership; the default is all. Each is one call for each bucket, and needs the permission for it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.settings")
    private List<String> settings;

    @Inject
    InitRulesMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution, decrypter, prompter);
    }

    @Override
    void run() {
        Validation validation = new Validation();
        Identity identity = identity(validation);
        PropertyNames names = propertyNames(validation);
        BucketSelection selection = selection(validation);
        BucketQuery query = query(selection, validation);
        lostValues().refuse(validation, "settings", settings);
        Set<Setting> wanted = wanted(validation);
        Optional<Path> file = ParameterPath.read(validation, "rulesFile", rulesFile);
        if (rulesFile.exists() && !overwrite) {
            validation.refuse(
                    "rulesFile",
                    rulesFile + " is there already; to replace it, -Dassume-role.overwrite, or name another file");
        }
        refuse(validation);

        Map<String, Map<Setting, Map<String, String>>> inventory;
        try (BucketCatalog catalog = find(identity, names, query).catalog()) {
            inventory = new BucketInventory(catalog, selection).read(wanted);
        }
        if (inventory.isEmpty()) {
            throw new AccessFailed(
                    "Cannot write rules about buckets",
                    "there are none" + (selection.equals(BucketSelection.EVERYTHING) ? "." : " among those selected."),
                    List.of("check the role and its account, and <prefix>, <includes>, <excludes>, <bucketRegion>"));
        }
        OutputFile.write("the rules", file.orElseThrow(), "rulesFile", RulesFileWriter.of(inventory));
        getLog().info("Rules about " + Plural.of(inventory.size(), "bucket") + " -> " + rulesFile);
        getLog().info("To check them: mvn assume-role:list-buckets -Dassume-role.rulesFile=" + rulesFile
                + "; for buckets that are added, -Dassume-role.maxBuckets=" + inventory.size());
    }

    private Set<Setting> wanted(Validation validation) {
        List<Setting> some = validation.all("settings", settings, Setting::parse);
        return some.isEmpty() ? EnumSet.allOf(Setting.class) : EnumSet.copyOf(some);
    }

    @Override
    boolean skipsThisGoal() {
        return skipInitRules;
    }

    @Override
    String goalInProperties() {
        return "initRules";
    }
}
