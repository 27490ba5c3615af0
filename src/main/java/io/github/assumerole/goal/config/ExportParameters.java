package io.github.assumerole.goal.config;

import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parameters of the export targets. */
public record ExportParameters(List<String> exportTo, Optional<String> exportServerId) {

    /** The targets without {@code none}; {@code problems} collects what is invalid. */
    public ExportTargets read(ConfigurationProblems problems) {
        List<ExportTarget> named = problems.all("exportTo", exportTo, ExportTarget::parse);
        Optional<String> serverId = problems.optional("exportServerId", exportServerId, id -> id);
        rejectContradictions(problems, named);
        checkServer(problems, named.contains(ExportTarget.SETTINGS_SERVER), named.size() == exportTo.size());
        Set<ExportTarget> targets = EnumSet.noneOf(ExportTarget.class);
        targets.addAll(exportTo.isEmpty() ? List.of(ExportTarget.PROJECT_PROPERTIES) : named);
        targets.remove(ExportTarget.NONE);
        return new ExportTargets(targets, serverId);
    }

    private static void rejectContradictions(ConfigurationProblems problems, List<ExportTarget> named) {
        Set<ExportTarget> distinct = EnumSet.noneOf(ExportTarget.class);
        distinct.addAll(named);
        for (ExportTarget target : distinct) {
            if (Collections.frequency(named, target) > 1) {
                problems.add("exportTo", target + " is given more than once; remove the duplicates");
            }
        }
        if (distinct.size() > 1 && distinct.contains(ExportTarget.NONE)) {
            problems.add("exportTo", "none excludes other targets; remove it, or the others");
        }
    }

    /** @param allKnown whether no target was rejected: a rejected one can be a misspelt settingsServer */
    private void checkServer(ConfigurationProblems problems, boolean toServer, boolean allKnown) {
        boolean absent = exportServerId.filter(id -> !id.isBlank()).isEmpty();
        if (toServer && absent) {
            problems.add("exportServerId", "is missing; set it to the id of the server that settingsServer sets");
        }
        if (!toServer && !absent && allKnown) {
            problems.add("exportServerId", "is set, but <exportTo> does not contain settingsServer; add it");
        }
    }
}
