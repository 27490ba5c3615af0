package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParallelBuildTest {
    @ParameterizedTest
    @CsvSource({
        "mvn,                singlethreaded, 1, 3, false",
        "mvn -T4,            multithreaded,  4, 3, true",
        "mvn -b concurrent,  concurrent,     1, 3, true",
        "mvn -b smart -T2,   smart,          2, 3, true",
        "mvn -b single -T2,  singlethreaded, 2, 3, true",
        "mvn -T4 (1 module), multithreaded,  4, 1, false"
    })
    void isTrueIfTwoModulesCanBeBuiltAtTheSameTime(
            String what, String builder, int threads, int modules, boolean expected) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBuilderId(builder);
        request.setDegreeOfConcurrency(threads);

        assertEquals(expected, ParallelBuild.of(request, modules));
    }
}
