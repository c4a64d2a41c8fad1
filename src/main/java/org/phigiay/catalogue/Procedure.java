package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;

/// Thủ tục hành chính: an edition, that is a version of the national text together with a version of our guidance, and
/// the agencies that perform it.
///
/// @param version the edition, counted from 1 for each procedure; what a dossier keeps
/// @param national the text announced by the ministry
/// @param guidance null while nobody has written any
/// @param to first day on which the national text no longer applies, null while it does
/// @param settings the agencies that perform it today, by code
/// @param general the form made from the national text, for as long as nobody has written one; null where it cannot be
///     filed
public record Procedure(
        int version,
        ProcedureVersion national,
        @Nullable Guidance guidance,
        @Nullable LocalDate to,
        List<AgencySetting> settings,
        @Nullable FormRef general) {

    public Procedure {
        settings = List.copyOf(settings);
    }

    /// Without a general form.
    public Procedure(
            int version,
            ProcedureVersion national,
            @Nullable Guidance guidance,
            @Nullable LocalDate to,
            List<AgencySetting> settings) {
        this(version, national, guidance, to, settings, null);
    }

    public ProcedureCode code() {
        return national.code();
    }

    /// Official title in Vietnamese, as slips and registers print it.
    public String title() {
        return national.title().vi();
    }

    public String title(String language) {
        return national.title().in(language);
    }

    /// The everyday title in Vietnamese; the official one where there is no guidance.
    public String plainTitle() {
        return plainTitle("vi");
    }

    public String plainTitle(String language) {
        return guidance == null
                ? national.title().in(language)
                : guidance.plainTitle().in(language);
    }

    /// Whether it can be filed here.
    public boolean fileable() {
        return written() || general != null;
    }

    /// Whether it is filed with the general form, which is made from the national text alone.
    public boolean generally() {
        return general != null && !written();
    }

    private boolean written() {
        return guidance != null && guidance.form() != null;
    }

    /// The papers a person hands in here, in order; empty where it cannot be filed and nobody has written guidance.
    public List<Component> components() {
        if (generally()) {
            return GeneralForm.components(national);
        }
        return guidance == null ? List.of() : guidance.components();
    }

    public Optional<Component> component(String code) {
        return components().stream()
                .filter(component -> component.code().equals(code))
                .findFirst();
    }

    /// What is promised and charged here; where there is no guidance, what the national text states.
    public List<Channel> channels() {
        return guidance == null || guidance.channels().isEmpty() ? national.channels() : guidance.channels();
    }

    /// The first channel of that kind; empty when the procedure cannot be filed that way.
    public Optional<Channel> channel(ChannelKind kind) {
        return channels().stream().filter(channel -> channel.kind() == kind).findFirst();
    }

    /// The term for a dossier filed online, or by the first channel; empty when none is stated.
    public Optional<Term> statedTerm() {
        return first().map(Channel::term);
    }

    /// The fee for a dossier filed online, or by the first channel; empty when none is stated.
    public Optional<Fee> statedFee() {
        return first().map(Channel::fee);
    }

    /// The form to be answered.
    ///
    /// @throws NotFound when it cannot be filed here
    public FormRef form() {
        FormRef form = written() ? Objects.requireNonNull(guidance).form() : general;
        if (form == null) {
            throw notHere();
        }
        return form;
    }

    /// The document it yields.
    ///
    /// @throws NotFound when the national text names none
    public ResultType result() {
        return national.results().stream().findFirst().orElseThrow(this::notHere);
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

    private Optional<Channel> first() {
        return channel(ChannelKind.ONLINE).or(() -> channels().stream().findFirst());
    }

    private NotFound notHere() {
        return new NotFound("catalogue.not-online", code().value());
    }
}
