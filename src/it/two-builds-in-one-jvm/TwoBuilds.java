import java.io.File;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.Maven;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequestPopulator;
import org.apache.maven.execution.MavenExecutionResult;
import org.codehaus.plexus.DefaultContainerConfiguration;
import org.codehaus.plexus.DefaultPlexusContainer;
import org.codehaus.plexus.PlexusConstants;
import org.codehaus.plexus.PlexusContainer;

/** What a daemon does: one JVM, one Maven with its loaded plugins, and build after build. */
class TwoBuilds {
    private final PlexusContainer maven;
    private final Properties user = new Properties();
    private final String localRepository;

    private TwoBuilds(String localRepository, String endpoint, String version) throws Exception {
        this.localRepository = localRepository;
        user.setProperty("assume-role.endpointUrl", endpoint);
        user.setProperty("plugin.version", version);
        maven = new DefaultPlexusContainer(new DefaultContainerConfiguration()
                .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                .setAutoWiring(true)
                .setJSR250Lifecycle(true)
                .setName("maven"));
    }

    public static void main(String[] arguments) throws Exception {
        TwoBuilds jvm = new TwoBuilds(arguments[0], arguments[1], arguments[2]);
        jvm.build("nothing");
        Set<String> threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
        jvm.build("assuming");
        jvm.build("listing");
        jvm.build("assuming");
        Set<String> more = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!threads.contains(thread.getName())) {
                thread.join(60_000); // A closed client's thread may still be ending.
                if (thread.isAlive()) {
                    more.add(thread.getName());
                }
            }
        }
        System.out.println("threads left behind: " + more);
    }

    private void build(String project) throws Exception {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(new File(project).getAbsoluteFile());
        request.setPom(new File(project, "pom.xml").getAbsoluteFile());
        request.setGoals(List.of("verify"));
        request.setInteractiveMode(false);
        request.setSystemProperties((Properties) System.getProperties().clone());
        request.setUserProperties(user);
        request.setLocalRepositoryPath(localRepository);
        maven.lookup(MavenExecutionRequestPopulator.class).populateDefaults(request);
        MavenExecutionResult result = maven.lookup(Maven.class).execute(request);
        result.getExceptions().forEach(failure -> System.out.println(failure.getMessage()));
        System.out.println(project + (result.hasExceptions() ? " failed" : " passed") + ", system properties left behind: "
                + System.getProperties().stringPropertyNames().stream()
                        .filter(name -> name.startsWith("aws."))
                        .toList());
    }
}
