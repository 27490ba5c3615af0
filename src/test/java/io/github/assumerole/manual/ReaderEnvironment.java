package io.github.assumerole.manual;

import io.github.assumerole.goal.Build;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a configuration refers to, and a reader has: profiles, servers, variables, files and repositories. */
record ReaderEnvironment(Build build, MavenProject project, Path directory) {
    /** System properties with which the AWS SDK finds its files. */
    private static final List<String> SHARED_FILES = List.of("aws.configFile", "aws.sharedCredentialsFile");

    private static final String ALLOW_ALL =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}""";
    private static final String RULES =
            "<bucketRules><rule><bucket>app-artifacts</bucket><exists>true</exists></rule></bucketRules>";

    /** Parameters whose values exist outside of this machine. */
    private static final Set<String> REMOTE =
            Set.of("webIdentity", "webIdentityTokenFile", "endpointUrl", "stsEndpointUrl", "s3EndpointUrl");

    /** Whether the goal can only check its configuration here, because it would call other servers. */
    boolean isRemote(MojoExecution execution) {
        return REMOTE.stream().anyMatch(name -> inPom(execution, name).isPresent())
                || property("webIdentity").isPresent()
                || property("webIdentityTokenFile").isPresent();
    }

    /** Creates what the configuration of a goal refers to. */
    void prepare(MojoExecution execution) throws IOException {
        writeProfiles(value(execution, "profile"));
        value(execution, "serverId")
                .ifPresent(id -> build.server(id, StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, null));
        value(execution, "mfaTokenEnv")
                .ifPresent(name -> build.systemProperty("env." + name, StandardWorld.BOB_MFA_CODE));
        write(execution, "policyFile", ALLOW_ALL);
        if (!execution.getGoal().equals("init-rules")) {
            write(execution, "rulesFile", RULES);
        }
        write(execution, "webIdentityTokenFile", "e30.e30.e30");
        value(execution, "exportServerId").ifPresent(this::deployTo);
    }

    /** Undoes what would remain after the test. */
    static void reset() {
        SHARED_FILES.forEach(System::clearProperty);
    }

    /** The default profile, and the configured one. */
    private void writeProfiles(Optional<String> configured) throws IOException {
        String keys = "aws_access_key_id = " + StandardWorld.BOB_KEY_ID + "\naws_secret_access_key = "
                + StandardWorld.BOB_SECRET + "\n";
        StringBuilder config = new StringBuilder("[default]\nregion = eu-central-1\n");
        StringBuilder credentials = new StringBuilder("[default]\n" + keys);
        configured.ifPresent(name -> {
            config.append("[profile ").append(name).append("]\nregion = eu-central-1\n");
            credentials.append("[").append(name).append("]\n").append(keys);
        });
        for (String property : SHARED_FILES) {
            Path file = directory.resolve(property);
            Files.writeString(file, property.equals("aws.configFile") ? config : credentials);
            System.setProperty(property, file.toString());
        }
    }

    private void write(MojoExecution execution, String parameter, String text) throws IOException {
        Optional<String> name = value(execution, parameter).filter(value -> !value.contains("$"));
        if (name.isPresent()) {
            Path file = directory.resolve(name.get());
            if (file.startsWith(directory) && !Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }
    }

    /** Unless the snippet has its own repositories. */
    private void deployTo(String servers) {
        if (project.getDistributionManagement() == null) {
            String[] ids = servers.split(",");
            DistributionManagement distribution = new DistributionManagement();
            distribution.setRepository(repository(ids[0]));
            distribution.setSnapshotRepository(repository(ids[ids.length - 1]));
            project.getModel().setDistributionManagement(distribution);
        }
    }

    private static DeploymentRepository repository(String id) {
        DeploymentRepository repository = new DeploymentRepository();
        repository.setId(id);
        repository.setUrl("https://repository.example.com/" + id);
        return repository;
    }

    /** The text of a parameter, from the POM or from a property. */
    private Optional<String> value(MojoExecution execution, String name) {
        return inPom(execution, name).or(() -> property(name));
    }

    static Optional<String> inPom(MojoExecution execution, String name) {
        return Optional.ofNullable(execution.getConfiguration().getChild(name))
                .map(Xpp3Dom::getValue)
                .filter(text -> !text.startsWith("${assume-role."));
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(build.session().getUserProperties().getProperty("assume-role." + name));
    }
}
