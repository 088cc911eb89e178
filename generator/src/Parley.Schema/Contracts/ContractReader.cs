using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Naming;

namespace Parley.Schema.Contracts;

/// <summary>Reads manifests into contract models, after schemas are linked.</summary>
internal sealed class ContractReader(ReferenceResolver resolver, SchemaIndex schemas)
{
    // A file of envelopes is read once, however many manifests share it.
    private readonly Dictionary<JsonNode, EnvelopeFile> _envelopeFiles = [];

    /// <summary>Reads one manifest; null when it has errors, all of which are reported.</summary>
    public ContractModel? Read(LinkedFile file)
    {
        // A text with a repeated member has no one meaning; anything said about the rest could be nonsense.
        if (file.Document.HasErrors || file.Document.Root is not { } root)
            return null;
        if (root.Kind != JsonKind.Object)
        {
            MemberReader.WrongValue("manifest", root, "an object", file.Diagnostics);
            return null;
        }

        var scope = new ContractScope(file, resolver, schemas);
        var members = new MemberReader(root, "a manifest", file.Diagnostics);
        members.Text("$schema");
        var name = members.Text("name", required: true);
        var title = members.Text("title", required: true);
        var version = members.Text("version", required: true);
        var description = members.Text("description");
        var envelopes = members.Take("envelopes", required: true);
        var states = members.Map("states");
        var resources = members.Map("resources", required: true);
        var notifications = members.Map("notifications");
        members.Finish();

        if (name is not null)
            CheckName(file, name);

        var parts = ReadParts(scope, envelopes, states, notifications);
        var notificationModels = new NotificationReader(scope).Read(notifications);
        var resourceReader = new ResourceReader(scope, parts);
        var resourceModels = new List<ResourceModel>();
        foreach (var resource in resources)
        {
            if (resourceReader.Read(resource) is { } model)
                resourceModels.Add(model);
        }

        if (file.IsBroken || scope.RefersToBroken || name is null || title is null || version is null)
            return null;

        return new ContractModel
        {
            Path = file.Path,
            Name = name.Text,
            Title = title.Text,
            Version = version.Text,
            Description = description?.Text,
            Namespace = file.Namespace,
            Resources = new EquatableArray<ResourceModel>(resourceModels),
            Envelopes = new EquatableArray<EnvelopeModel>(parts.UsedEnvelopes),
            UnusedEnvelopes = new EquatableArray<EnvelopeModel>(parts.UnusedEnvelopes),
            Notifications = new EquatableArray<NotificationModel>(notificationModels),
            States = new EquatableArray<StateModel>(parts.States),
            Sources = SourceCollector.Collect(file),
        };
    }

    private void CheckName(LinkedFile file, JsonNode name)
    {
        if (!ContractNames.Check(name.Text, name.Span, "a contract", file.Diagnostics))
            return;
        foreach (var emitted in ContractNames.Emitted(name.Text))
        {
            var fullName = file.Qualify(emitted);
            if (schemas.Declarations.FindName(fullName) is { } holder)
                file.Diagnostics.Add(SchemaRules.EmittedNameTaken, name.Span, fullName, holder.File.Path + holder.Schema.Pointer);
        }
    }

    private ManifestParts ReadParts(
        ContractScope scope, JsonMember? envelopes, IReadOnlyList<JsonMember> states, IReadOnlyList<JsonMember> notifications)
    {
        var envelopeFile = envelopes is null ? EnvelopeFile.None : ReadEnvelopes(scope, envelopes);
        return new ManifestParts(envelopeFile.Envelopes, ReadStates(scope, states), [.. notifications.Select(static member => member.Name)])
        {
            EnvelopeNames = envelopeFile.Names,
        };
    }

    private EnvelopeFile ReadEnvelopes(ContractScope scope, JsonMember member)
    {
        if (member.Value.Find("$ref") is null)
        {
            if (member.Value.Kind == JsonKind.Object)
                return EnvelopeFile.Read(scope, member.Value);
            MemberReader.WrongValue(member.Name, member.Value, "an object", scope.Diagnostics);
            return EnvelopeFile.None;
        }

        if (scope.ReadReference(member) is not { } reference ||
            resolver.ResolveFile(scope.File, reference, scope.Diagnostics, out var fragment) is not { } file)
            return EnvelopeFile.None;

        if (file.Document.HasErrors)
        {
            scope.File.Uses.Add(file);
            scope.AddBroken(reference);
            return EnvelopeFile.None;
        }

        if (!JsonPointer.TryNormalize(fragment, out var pointer) || JsonPointer.Find(file.Document.Root!, pointer) is not { } json)
        {
            scope.Diagnostics.Add(SchemaRules.MissingTarget, reference.Span, file.Path, "#" + fragment);
            return EnvelopeFile.None;
        }

        if (!_envelopeFiles.TryGetValue(json, out var read))
        {
            read = EnvelopeFile.Read(new ContractScope(file, resolver, schemas), json);
            _envelopeFiles.Add(json, read);
        }

        scope.File.Uses.Add(file);
        if (file.IsBroken || read.RefersToBroken)
            scope.AddBroken(reference);
        return read;
    }

    private static List<StateModel> ReadStates(ContractScope scope, IReadOnlyList<JsonMember> states)
    {
        var models = new List<StateModel>();
        // They become constants of a class of this name.
        var names = new MemberNames("States");
        foreach (var member in states)
        {
            ContractNames.Check(member.Name, member.NameSpan, "a state", scope.Diagnostics);
            if (MemberReader.Open(member, "a state", scope.Diagnostics) is not { } members)
                continue;
            var description = members.Text("description", required: true);
            var terminal = members.Flag("terminal");
            members.Finish();
            if (!names.TryAdd(member.Name, out var identifier, out var holder))
                scope.Diagnostics.Add(SchemaRules.MemberNameTaken, member.NameSpan, holder, member.Name, identifier);
            models.Add(new StateModel(member.Name, identifier, description?.Text ?? "", terminal));
        }

        return models;
    }
}
