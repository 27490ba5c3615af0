package io.github.assumerole.goal.config.check;

import io.github.assumerole.build.ConfigurationOrigins;
import io.github.assumerole.build.ConfigurationOrigins.Origin;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Rejects lists that Maven merges by position: the first entry of a child POM replaces the first of its parent, and the
 * first rules of both become one rule. An element that a parent has twice is lost when a child has it, too. Maven does
 * this between POMs, profiles, pluginManagement, the plugin and its executions, and the result does not show it.
 */
public record MergedListCheck(MavenProject project, MojoExecution execution) {
    /** Lists whose lost entries would be lost rules, lost restrictions, or another role. */
    private static final List<String> LISTS = List.of(
            "sourceRoles",
            "policyArns",
            "allowedAccountIds",
            "requiredBuckets",
            "forbiddenBuckets",
            "availableNames",
            "bucketRules");

    private static final String SELF = Xpp3Dom.SELF_COMBINATION_MODE_ATTRIBUTE;
    private static final String OVERRIDE = Xpp3Dom.SELF_COMBINATION_OVERRIDE;
    private static final String CHILDREN = Xpp3Dom.CHILDREN_COMBINATION_MODE_ATTRIBUTE;
    private static final String APPEND = Xpp3Dom.CHILDREN_COMBINATION_APPEND;

    /**
     * Configurations that are merged.
     *
     * @param places of the last configuration with a list, by the name of the list
     * @param problems by the name of the element
     */
    private record Merged(Xpp3Dom configuration, Map<String, String> places, Map<String, String> problems) {
        static Merged of(Origin origin) {
            Map<String, String> places = new LinkedHashMap<>();
            LISTS.stream()
                    .filter(list -> origin.configuration().getChild(list) != null)
                    .forEach(list -> places.put(list, origin.place()));
            Map<String, String> problems = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            Stream.of(origin.configuration().getChildren())
                    .map(Xpp3Dom::getName)
                    .filter(element -> !seen.add(element))
                    .forEach(element -> problems.put(element, ElementCheck.TWICE));
            return new Merged(origin.configuration(), places, problems);
        }
    }

    /** Checks the lists that the goal has. */
    public void check(ConfigurationProblems problems) {
        if (isConfiguredElsewhere(execution)) {
            return;
        }
        new ConfigurationOrigins(project, execution.getExecutionId())
                .merge(origin -> Optional.of(Merged.of(origin)), MergedListCheck::merge)
                .ifPresent(merged -> merged.problems().forEach((list, problem) -> {
                    if (execution.getMojoDescriptor().getParameterMap().containsKey(list)) {
                        problems.add(list, problem);
                    }
                }));
    }

    /** The enforcer's rule runs the goal with the configuration of the enforcer, outside of any phase. */
    static boolean isConfiguredElsewhere(MojoExecution execution) {
        return execution.getSource() != MojoExecution.Source.CLI && execution.getLifecyclePhase() == null;
    }

    private static Merged merge(Merged dominant, Merged recessive) {
        if (has(dominant.configuration(), SELF, OVERRIDE)) {
            return dominant;
        }
        Map<String, String> places = new LinkedHashMap<>(recessive.places());
        places.putAll(dominant.places());
        Map<String, String> problems = new LinkedHashMap<>(dominant.problems());
        recessive.problems().forEach((element, problem) -> {
            if (!overrides(dominant, element)) {
                problems.putIfAbsent(element, problem);
            }
        });
        for (String list : places.keySet()) {
            Pair lists = new Pair(
                    dominant.configuration().getChild(list),
                    recessive.configuration().getChild(list));
            if (!overrides(dominant, list) && lists.losesEntries()) {
                problems.putIfAbsent(
                        list,
                        lists.problem(
                                dominant.places().get(list), recessive.places().get(list)));
            }
        }
        // Maven changes the dominant configuration.
        Xpp3Dom merged =
                Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(dominant.configuration()), new Xpp3Dom(recessive.configuration()));
        return new Merged(merged, places, problems);
    }

    private static boolean overrides(Merged dominant, String element) {
        Xpp3Dom child = dominant.configuration().getChild(element);
        return child != null && has(child, SELF, OVERRIDE);
    }

    private static boolean has(Xpp3Dom element, String attribute, String value) {
        return value.equals(element.getAttribute(attribute));
    }

    /** Two lists that Maven merges; null where there is none. */
    private record Pair(Xpp3Dom dominant, Xpp3Dom recessive) {
        boolean losesEntries() {
            if (dominant == null || recessive == null || isEmpty(dominant) || isEmpty(recessive)) {
                return false;
            }
            if (isText()) {
                return dominant.getChildCount() != recessive.getChildCount()
                        || !Objects.equals(dominant.getValue(), recessive.getValue());
            }
            if (has(dominant, CHILDREN, APPEND)) {
                return false;
            }
            return Stream.of(recessive.getChildren())
                    .map(Xpp3Dom::getName)
                    .distinct()
                    .anyMatch(name ->
                            losesEntries(List.of(dominant.getChildren(name)), List.of(recessive.getChildren(name))));
        }

        /** Entries of the same name are merged by position; what does not differ is not lost. */
        private static boolean losesEntries(List<Xpp3Dom> dominant, List<Xpp3Dom> recessive) {
            for (int i = 0; i < Math.min(dominant.size(), recessive.size()); i++) {
                Xpp3Dom entry = recessive.get(i);
                boolean isKept = entry.equals(dominant.get(i))
                        || has(dominant.get(i), SELF, OVERRIDE)
                        || entry.getChildCount() == 0 && dominant.contains(entry);
                if (!isKept) {
                    return true;
                }
            }
            return false;
        }

        private boolean isText() {
            return dominant.getChildCount() == 0 || recessive.getChildCount() == 0;
        }

        private static boolean isEmpty(Xpp3Dom list) {
            return list.getChildCount() == 0
                    && (list.getValue() == null || list.getValue().isBlank());
        }

        String problem(String child, String parent) {
            return "is configured in " + child + " and in " + parent
                    + ", and Maven merges the two by position, so entries are lost or mixed. In " + child + ", "
                    + (isText() ? "write one child element for each entry, and " : "")
                    + "set combine.children=\"append\" on the element to use the entries of both, or combine.self=\"override\""
                    + " to use only its own";
        }
    }
}
