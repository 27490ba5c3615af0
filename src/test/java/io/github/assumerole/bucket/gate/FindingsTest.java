package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.assumerole.bucket.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private int evaluations;

    private Findings of(int number) {
        return Findings.of(() -> {
            evaluations++;
            return finding(number);
        });
    }

    private static Stream<Finding> finding(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Finding.of(
                        Finding.Mark.HOLDS, "app-" + i, Optional.empty(), LISTED, () -> "app-" + i + " holds"));
    }

    private static List<String> subjects(Findings findings) {
        return findings.stream().map(Finding::subject).toList();
    }

    @Test
    void keepsAThousandFindings() {
        Findings findings = of(1_000);
        assertEquals(1_000, findings.size());
        assertEquals(1, evaluations);
        assertEquals(subjects(findings), subjects(findings));
        assertEquals(1, evaluations);
    }

    @Test
    void evaluatesMoreFindingsWheneverTheyAreRead() {
        Findings findings = of(1_001);
        assertEquals(1_001, findings.size());
        assertFalse(findings.isEmpty());
        int before = evaluations;
        assertEquals(1_001, subjects(findings).size());
        assertEquals("app-1000", subjects(findings).get(1_000));
        assertEquals(before + 2, evaluations);
        int read = 0;
        for (Finding finding : findings) {
            assertEquals("app-" + read++, finding.subject());
        }
        assertEquals(1_001, read);
    }
}
