package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;

/// Thủ tục hành chính: a version of the national text together with the agencies that perform it.
///
/// @param national the text announced by the ministry
/// @param to first day on which this version no longer applies, null while it does
/// @param settings the agencies that perform it today, by code
public record Procedure(ProcedureVersion national, @Nullable LocalDate to, List<AgencySetting> settings) {

    public Procedure {
        settings = List.copyOf(settings);
    }

    public ProcedureCode code() {
        return national.code();
    }

    public int version() {
        return national.version();
    }

    /// Official title in Vietnamese, as slips and registers print it.
    public String title() {
        return national.title().vi();
    }

    public String title(String language) {
        return national.title().in(language);
    }

    /// The everyday title in Vietnamese.
    public String plainTitle() {
        return national.plainTitle().vi();
    }

    public String plainTitle(String language) {
        return national.plainTitle().in(language);
    }

    /// The papers a person hands in, in order.
    public List<Component> components() {
        return national.components();
    }

    public Optional<Component> component(String code) {
        return components().stream()
                .filter(component -> component.code().equals(code))
                .findFirst();
    }

    /// The channel of that kind; empty when the procedure cannot be filed that way.
    public Optional<Channel> channel(ChannelKind kind) {
        return national.channels().stream()
                .filter(channel -> channel.kind() == kind)
                .findFirst();
    }

    /// The legal term for a dossier filed online, or by the first channel where online is not offered.
    public Term term() {
        return online().term();
    }

    /// The fee for a dossier filed online, or by the first channel where online is not offered.
    public Fee fee() {
        return online().fee();
    }

    /// The form to be answered.
    public FormRef form() {
        return national.form();
    }

    /// The document it yields.
    public ResultType result() {
        return national.results().getFirst();
    }

    /// The agencies that perform it today, by code.
    public List<AgencyCode> agencies() {
        return settings.stream().map(AgencySetting::agency).toList();
    }

    /// What this agency has configured.
    public Optional<AgencySetting> setting(AgencyCode agency) {
        return settings.stream()
                .filter(setting -> setting.agency().equals(agency))
                .findFirst();
    }

    private Channel online() {
        return channel(ChannelKind.ONLINE).orElse(national.channels().getFirst());
    }
}
