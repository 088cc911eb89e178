using System.Globalization;
using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Diff;

/// <summary>Compares two versions of an operation.</summary>
internal sealed class OperationComparer(ChangeCollector changes, SchemaCatalogue oldSchemas, SchemaCatalogue newSchemas)
{
    public void Compare(OperationDocumentation before, OperationDocumentation after)
    {
        CompareCall(before, after);
        CompareConditions(before, after);
        CompareRequest(before, after);
        CompareQuery(before, after);
        Schemas(Direction.Answer, after.Id + " success").Compare(before.Success.Source, after.Success.Source);
        Schemas(Direction.Answer, after.Id + " failure").Compare(before.Envelope.Failure.Source, after.Envelope.Failure.Source);
        CompareFailures(before, after);
        CompareNotifies(before, after);
        foreach (var member in new[] { "summary", "description", "examples" })
        {
            var (old, @new) = (before.Source.Member(member), after.Source.Member(member));
            if (KeyOf(old) != KeyOf(@new))
                changes.Add(ChangeClass.Documentation, after.Id, @new ?? after.Source, member == "examples" ? "The examples have changed." : $"The {member} has changed.");
        }
    }

    private static string? KeyOf(SourceNode? node) => node is null ? null : CompactJson.Key(node.Json);

    private SchemaComparer Schemas(Direction direction, string subject) => new(changes, oldSchemas, newSchemas, direction, subject);

    private void CompareCall(OperationDocumentation before, OperationDocumentation after)
    {
        if (before.Verb != after.Verb || UrlShape.Of(before.Template) != UrlShape.Of(after.Template))
            changes.Add(ChangeClass.Breaking, after.Id, after.Source, $"It was called as {before.Verb} {before.Template} and is called as {after.Verb} {after.Template}.");
        else if (before.Template != after.Template)
            changes.Add(ChangeClass.Documentation, after.Id, after.Source, $"The parameters of the URL have other names: it was {before.Template} and is {after.Template}.");
        CompareName(before.Discriminator, after.Discriminator, "discriminator");
        CompareName(before.WireName, after.WireName, "wire name");
        CompareName(before.Channel, after.Channel, "channel of the resource");
        CompareName(before.To, after.To, "state that it leads to");
        CompareOffer(before.ServiceChannel, after.ServiceChannel, "service channel");
        CompareOffer(before.Capability, after.Capability, "capability");

        void CompareName(string? old, string? @new, string what)
        {
            if (old != @new)
                changes.Add(ChangeClass.Breaking, after.Id, after.Source, $"The {what} was {Quote(old)} and is {Quote(@new)}.");
        }

        // What was not there before cannot be missed.
        void CompareOffer(string? old, string? @new, string what)
        {
            if (old != @new)
                changes.Add(old is null ? ChangeClass.Compatible : ChangeClass.Breaking, after.Id, after.Source, $"The {what} was {Quote(old)} and is {Quote(@new)}.");
        }
    }

    private void CompareConditions(OperationDocumentation before, OperationDocumentation after)
    {
        // One of several is enough, and none listed means that none is asked for.
        CompareAlternatives(before.Permissions, after.Permissions, "permissions", "with the permission", "without permission");
        CompareAlternatives(before.From, after.From, "from", "in the state", "in every state");

        var features = NameSets.Of(before.Features, after.Features);
        if (features.Added.Count > 0)
            changes.Add(ChangeClass.Breaking, after.Id, after.Source.Member("features")!, $"It needs the {Features(features.Added)} too.");
        if (features.Removed.Count > 0)
            changes.AddGone(ChangeClass.Compatible, after.Id, before.Source.Member("features")!, $"It needs the {Features(features.Removed)} no longer.");

        void CompareAlternatives(IReadOnlyList<string> old, IReadOnlyList<string> @new, string member, string within, string always)
        {
            var names = NameSets.Of(old, @new);
            if (old.Count == 0 && @new.Count > 0)
                changes.Add(ChangeClass.Breaking, after.Id, after.Source.Member(member)!, $"It is allowed only {within} {NameSets.ListAlternatives(@new)} now.");
            else if (@new.Count == 0 && old.Count > 0)
                changes.AddGone(ChangeClass.Compatible, after.Id, before.Source.Member(member)!, $"It is allowed {always} now.");
            else
            {
                if (names.Added.Count > 0)
                    changes.Add(ChangeClass.Compatible, after.Id, after.Source.Member(member)!, $"It is also allowed {within} {NameSets.ListAlternatives(names.Added)}.");
                if (names.Removed.Count > 0)
                    changes.AddGone(ChangeClass.Breaking, after.Id, before.Source.Member(member)!, $"It is no longer allowed {within} {NameSets.ListAlternatives(names.Removed)}.");
            }
        }
    }

    private void CompareRequest(OperationDocumentation before, OperationDocumentation after)
    {
        var subject = after.Id + " request";
        switch (before.Request, after.Request)
        {
            case (null, { }):
                changes.Add(ChangeClass.Breaking, subject, after.Source, "It has a request body now.");
                break;
            case ({ }, null):
                changes.AddGone(ChangeClass.Breaking, subject, before.Source, "It has no request body any more.");
                break;
            case ({ } old, { } @new):
                Schemas(Direction.Request, subject).Compare(old.Source, @new.Source);
                break;
        }
    }

    private void CompareQuery(OperationDocumentation before, OperationDocumentation after)
    {
        var subject = after.Id + " query";
        ContractComparer.Match(
            before.Query,
            after.Query,
            static parameter => parameter.Name,
            gone => changes.AddGone(ChangeClass.Breaking, subject, gone.Schema, $"The query parameter '{gone.Name}' is gone."),
            added => changes.Add(
                added.Required ? ChangeClass.Breaking : ChangeClass.Compatible, subject, added.Schema, $"The query parameter '{added.Name}' is new and {(added.Required ? "required" : "optional")}."),
            (old, @new) =>
            {
                if (old.Required != @new.Required)
                {
                    changes.Add(
                        @new.Required ? ChangeClass.Breaking : ChangeClass.Compatible, subject, @new.Schema, $"The query parameter '{@new.Name}' is {(@new.Required ? "now" : "no longer")} required.");
                }

                Schemas(Direction.Request, subject).Compare(old.Schema, @new.Schema);
            });
    }

    // Clients decide by code and status.
    private void CompareFailures(OperationDocumentation before, OperationDocumentation after) => ContractComparer.Match(
        before.Envelope.Failures,
        after.Envelope.Failures,
        static failure => failure.Kind,
        static _ => { },
        static _ => { },
        (old, @new) =>
        {
            var subject = after.Id + " failure";
            if (old.Code != @new.Code || old.HttpStatus != @new.HttpStatus)
            {
                changes.Add(ChangeClass.Breaking, subject, after.Envelope.Source, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{@new.Kind} was code {old.Code} with HTTP {old.HttpStatus} and is code {@new.Code} with HTTP {@new.HttpStatus}."));
            }

            if (old.Description != @new.Description)
                changes.Add(ChangeClass.Documentation, subject, after.Envelope.Source, $"The description of {@new.Kind} has changed.");
        });

    private void CompareNotifies(OperationDocumentation before, OperationDocumentation after)
    {
        var names = NameSets.Of(before.Notifies.Select(static link => link.Name), after.Notifies.Select(static link => link.Name));
        if (names.Added.Count > 0)
            changes.Add(ChangeClass.Compatible, after.Id, after.Source.Member("notifies")!, $"It causes {NameSets.List(names.Added)} too.");
        if (names.Removed.Count > 0)
            changes.AddGone(ChangeClass.Breaking, after.Id, before.Source.Member("notifies")!, $"It causes {NameSets.List(names.Removed)} no longer.");
    }

    private static string Features(IReadOnlyList<string> names) => (names.Count == 1 ? "feature " : "features ") + NameSets.List(names);

    private static string Quote(string? name) => name is null ? "none" : "'" + name + "'";
}
