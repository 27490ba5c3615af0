package io.github.assumerole.goal.config;

import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Parameters of the export targets. */
public record ExportParameters(List<String> exportTo, List<String> exportServerId) {
    private static final Set<ExportTarget> WITH_SERVER_IDS =
            Set.of(ExportTarget.SETTINGS_SERVER, ExportTarget.REPOSITORIES, ExportTarget.CODE_ARTIFACT);

    /** The targets without {@code none}; {@code problems} collects what is invalid. */
    public ExportTargets read(ConfigurationProblems problems) {
        List<ExportTarget> named = problems.all("exportTo", exportTo, ExportTarget::parse);
        List<String> serverIds = problems.all("exportServerId", exportServerId, id -> id);
        rejectContradictions(problems, named);
        rejectDuplicates(problems, "exportServerId", serverIds);
        checkServerIds(problems, named, named.size() == exportTo.size());
        Set<ExportTarget> targets = EnumSet.noneOf(ExportTarget.class);
        targets.addAll(exportTo.isEmpty() ? List.of(ExportTarget.PROJECT_PROPERTIES) : named);
        targets.remove(ExportTarget.NONE);
        return new ExportTargets(targets, serverIds);
    }

    private static void rejectContradictions(ConfigurationProblems problems, List<ExportTarget> named) {
        Set<ExportTarget> distinct = EnumSet.noneOf(ExportTarget.class);
        distinct.addAll(named);
        rejectDuplicates(problems, "exportTo", named);
        if (distinct.size() > 1 && distinct.contains(ExportTarget.NONE)) {
            problems.add("exportTo", "none excludes other targets; remove it, or the others");
        }
        if (distinct.containsAll(Set.of(ExportTarget.REPOSITORIES, ExportTarget.CODE_ARTIFACT))) {
            problems.add(
                    "exportTo",
                    "repositories and codeArtifact set the login of the same repositories; use two executions with"
                            + " one of them each");
        }
    }

    private static void rejectDuplicates(ConfigurationProblems problems, String parameter, List<?> entries) {
        entries.stream()
                .filter(entry -> Collections.frequency(entries, entry) > 1)
                .distinct()
                .forEach(entry -> problems.add(parameter, entry + " is given more than once; remove the duplicates"));
    }

    /** @param allKnown whether no target was rejected: a rejected one can be misspelt and need an ID */
    private void checkServerIds(ConfigurationProblems problems, List<ExportTarget> named, boolean allKnown) {
        if (exportServerId.isEmpty() && named.contains(ExportTarget.SETTINGS_SERVER)) {
            problems.add("exportServerId", "is missing; set it to the id of the server that settingsServer sets");
        }
        if (exportServerId.isEmpty() && named.contains(ExportTarget.REPOSITORIES)) {
            problems.add(
                    "exportServerId",
                    "is missing; set it to the ids of the repositories, such as that of <distributionManagement>");
        }
        if (!exportServerId.isEmpty() && allKnown && Collections.disjoint(named, WITH_SERVER_IDS)) {
            problems.add(
                    "exportServerId",
                    "is set, but <exportTo> contains none of settingsServer, repositories and codeArtifact; add one");
        }
    }
}
