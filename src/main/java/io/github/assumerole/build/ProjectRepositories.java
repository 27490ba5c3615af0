package io.github.assumerole.build;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.SimilarNames;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.Authentication;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.project.MavenProject;

/**
 * The repositories of projects, with the authentication that Maven read from settings.xml before the first goal. Each
 * project has its own objects, and Maven reads them when it deploys, and when it resolves the dependencies and plugins
 * of a module; later changes of settings.xml have no effect on them.
 */
record ProjectRepositories(List<MavenProject> projects) {
    /** A repository as it is declared. */
    record Declared(String id, String url) {}

    ProjectRepositories {
        projects = List.copyOf(projects);
    }

    /** The repositories that Maven uses; one of the two of distributionManagement, by the version. */
    List<ArtifactRepository> used() {
        return projects.stream().flatMap(ProjectRepositories::of).toList();
    }

    /** All, also those of distributionManagement that Maven does not use for this version. */
    List<Declared> declared() {
        Stream<Declared> distribution = projects.stream()
                .map(MavenProject::getDistributionManagement)
                .filter(Objects::nonNull)
                .flatMap(ProjectRepositories::of);
        Stream<Declared> used =
                used().stream().map(repository -> new Declared(repository.getId(), repository.getUrl()));
        return Stream.concat(distribution, used).distinct().toList();
    }

    /** Adds a problem for each ID that no repository has. */
    void rejectUnknown(Collection<String> ids, ConfigurationProblems problems) {
        List<String> known = declared().stream().map(Declared::id).distinct().toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                List<String> similar = SimilarNames.to(id, known.stream());
                problems.add(
                        "exportServerId",
                        "no repository of this project has the id '" + id + "'; "
                                + (similar.isEmpty()
                                        ? "it has " + (known.isEmpty() ? "none" : String.join(", ", known))
                                        : "did you mean " + String.join(" or ", similar) + "?"));
            }
        }
    }

    /** Sets the user name and the password of the repositories for which there are some. */
    void authenticate(Function<ArtifactRepository, Optional<Authentication>> logins) {
        for (ArtifactRepository repository : used()) {
            logins.apply(repository).ifPresent(repository::setAuthentication);
        }
        refresh();
    }

    /** Restores the present authentication of all repositories. */
    Runnable restoration() {
        List<Runnable> all =
                used().stream().map(ProjectRepositories::restoration).toList();
        return () -> {
            all.forEach(Runnable::run);
            refresh();
        };
    }

    private static Runnable restoration(ArtifactRepository repository) {
        Authentication present = repository.getAuthentication();
        return () -> repository.setAuthentication(present);
    }

    /** Maven resolves with copies of the repositories, which the setters make. */
    private void refresh() {
        for (MavenProject project : projects) {
            project.setRemoteArtifactRepositories(project.getRemoteArtifactRepositories());
            project.setPluginArtifactRepositories(project.getPluginArtifactRepositories());
        }
    }

    private static Stream<ArtifactRepository> of(MavenProject project) {
        return Stream.of(
                        Stream.ofNullable(project.getDistributionManagementArtifactRepository()),
                        stream(project.getRemoteArtifactRepositories()),
                        stream(project.getPluginArtifactRepositories()))
                .flatMap(repositories -> repositories);
    }

    private static Stream<Declared> of(DistributionManagement distribution) {
        return Stream.of(distribution.getRepository(), distribution.getSnapshotRepository())
                .filter(Objects::nonNull)
                .map(repository -> new Declared(repository.getId(), String.valueOf(repository.getUrl())));
    }

    private static <T> Stream<T> stream(List<T> listOrNull) {
        return listOrNull == null ? Stream.empty() : listOrNull.stream();
    }
}
