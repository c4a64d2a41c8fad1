package org.phigiay.dossiers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A life as a table: which action leads from which states to which state. Buttons, the API, the drawing and the
/// tests read this table; no rule about states stands anywhere else.
///
/// @param <S> the states
/// @param <A> the sealed type of the actions
public final class LifeCycle<S extends Enum<S>, A> {
    private final Map<Class<? extends A>, Map<S, S>> moves = new LinkedHashMap<>();

    /// Adds a line: `action` leads from each of `from` to `to`. An action may have several lines.
    @SafeVarargs
    public final LifeCycle<S, A> on(Class<? extends A> action, S to, S... from) {
        Map<S, S> line = moves.computeIfAbsent(action, _ -> new LinkedHashMap<>());
        for (S state : from) {
            S earlier = line.put(state, to);
            if (earlier != null) {
                throw new IllegalArgumentException(action + " from " + state + " would lead to two states");
            }
        }
        return this;
    }

    /// The state after the action; empty when the action is not possible in that state.
    public Optional<S> next(S state, Class<?> action) {
        return Optional.ofNullable(moves.getOrDefault(action, Map.of()).get(state));
    }

    /// The actions possible in a state, in the order of the table.
    public List<Class<? extends A>> possible(S state) {
        List<Class<? extends A>> possible = new ArrayList<>();
        moves.forEach((action, line) -> {
            if (line.containsKey(state)) {
                possible.add(action);
            }
        });
        return possible;
    }

    /// All actions of the table.
    public Set<Class<? extends A>> actions() {
        return moves.keySet();
    }

    /// All states a life can come to from a state, itself included.
    public Set<S> reachable(S from) {
        EnumSet<S> seen = EnumSet.of(from);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map<S, S> line : moves.values()) {
                for (Map.Entry<S, S> move : line.entrySet()) {
                    if (seen.contains(move.getKey()) && seen.add(move.getValue())) {
                        grown = true;
                    }
                }
            }
        }
        return seen;
    }

    /// The table as a Mermaid state diagram.
    public String toMermaid() {
        StringBuilder drawing = new StringBuilder("stateDiagram-v2\n");
        moves.forEach((action, line) -> line.forEach((from, to) -> drawing.append("    ")
                .append(from)
                .append(" --> ")
                .append(to)
                .append(" : ")
                .append(action.getSimpleName())
                .append('\n')));
        return drawing.toString();
    }
}
