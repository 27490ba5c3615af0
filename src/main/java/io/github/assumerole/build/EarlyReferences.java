package io.github.assumerole.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Repository;
import org.apache.maven.model.Resource;
import org.apache.maven.model.Scm;

/**
 * Parts of a POM that Maven evaluates before any goal runs, and never again: a reference there to a published property
 * stays as it is written. The configuration of plugins is evaluated when their goals run.
 */
final class EarlyReferences {
    private final Collection<String> names;
    private final Map<String, String> found = new TreeMap<>();

    private EarlyReferences(Collection<String> names) {
        this.names = names;
    }

    /**
     * The references to the properties, by their places, such as {@code distributionManagement.repository.url}.
     *
     * @param model as Maven has evaluated it
     */
    static Map<String, String> in(Model model, Collection<String> names) {
        EarlyReferences references = new EarlyReferences(names);
        references.check("groupId", model.getGroupId());
        references.check("version", model.getVersion());
        references.checkScm(Optional.ofNullable(model.getScm()));
        references.checkBuild(Optional.ofNullable(model.getBuild()));
        references.checkDistribution(Optional.ofNullable(model.getDistributionManagement()));
        references.checkRepositories("repositories", model.getRepositories());
        references.checkRepositories("pluginRepositories", model.getPluginRepositories());
        references.checkDependencies("dependencies", model.getDependencies());
        Optional.ofNullable(model.getDependencyManagement())
                .ifPresent(managed -> references.checkDependencies("dependencyManagement", managed.getDependencies()));
        return references.found;
    }

    private void checkScm(Optional<Scm> scm) {
        scm.ifPresent(some -> {
            check("scm.connection", some.getConnection());
            check("scm.developerConnection", some.getDeveloperConnection());
            check("scm.tag", some.getTag());
            check("scm.url", some.getUrl());
        });
    }

    private void checkBuild(Optional<Build> build) {
        build.ifPresent(some -> {
            check("build.directory", some.getDirectory());
            check("build.finalName", some.getFinalName());
            check("build.outputDirectory", some.getOutputDirectory());
            check("build.sourceDirectory", some.getSourceDirectory());
            check("build.testOutputDirectory", some.getTestOutputDirectory());
            check("build.testSourceDirectory", some.getTestSourceDirectory());
            List<Resource> resources = new ArrayList<>(some.getResources());
            resources.addAll(some.getTestResources());
            resources.forEach(resource -> {
                check("build.resources.directory", resource.getDirectory());
                check("build.resources.targetPath", resource.getTargetPath());
            });
        });
    }

    private void checkDistribution(Optional<DistributionManagement> distribution) {
        distribution.ifPresent(some -> {
            checkRepository("distributionManagement.repository", some.getRepository());
            checkRepository("distributionManagement.snapshotRepository", some.getSnapshotRepository());
            Optional.ofNullable(some.getSite()).ifPresent(site -> {
                check("distributionManagement.site.id", site.getId());
                check("distributionManagement.site.url", site.getUrl());
            });
        });
    }

    private void checkRepository(String place, DeploymentRepository repository) {
        if (repository != null) {
            check(place + ".id", repository.getId());
            check(place + ".url", repository.getUrl());
        }
    }

    private void checkRepositories(String place, List<Repository> repositories) {
        repositories.forEach(repository -> check(place + ".repository.url", repository.getUrl()));
    }

    private void checkDependencies(String place, List<Dependency> dependencies) {
        dependencies.forEach(dependency -> {
            check(place + ".dependency.groupId", dependency.getGroupId());
            check(place + ".dependency.artifactId", dependency.getArtifactId());
            check(place + ".dependency.version", dependency.getVersion());
            check(place + ".dependency.systemPath", dependency.getSystemPath());
        });
    }

    private void check(String place, String value) {
        if (value != null && value.contains("${")) {
            names.stream()
                    .map(name -> "${" + name + "}")
                    .filter(value::contains)
                    .findFirst()
                    .ifPresent(reference -> found.putIfAbsent(place, reference));
        }
    }
}
