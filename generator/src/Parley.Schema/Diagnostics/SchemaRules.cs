namespace Parley.Schema.Diagnostics;

/// <summary>Every rule. Each has a page <c>generator/docs/diagnostics/PARnnnn.md</c> and a test that breaks it; an id is never given away twice.</summary>
public static class SchemaRules
{
    // Filled by the initialisers below, which run in the order of the text.
    private static readonly SortedDictionary<string, SchemaRule> ById = new(StringComparer.Ordinal);

    // PAR0xxx: reading.
    internal static readonly SchemaRule JsonSyntax = Define("PAR0001", "Text is no JSON", "Expected {0} but found {1}.");
    internal static readonly SchemaRule DuplicateMember = Define("PAR0002", "Member is given twice", "The member '{0}' is given twice in this object; remove one of the two.");
    internal static readonly SchemaRule JsonTooDeep = Define("PAR0003", "JSON nests too deep", "Arrays and objects nest deeper than {0} levels; move the inner part to a definition or a file of its own.");
    internal static readonly SchemaRule LoneSurrogate = Define("PAR0004", "String is no Unicode text", "The string holds half of a surrogate pair (U+{0}); write both halves or none.");

    // PAR1xxx: one schema.
    internal static readonly SchemaRule UnknownKeyword = Define("PAR1001", "Keyword is not supported", "The keyword '{0}' is not one that is checked, and what is not checked is not accepted; {1}remove it, or begin its name with 'x-' when it is only a note.");
    internal static readonly SchemaRule NotASchema = Define("PAR1002", "Value is no schema", "A schema is an object or a boolean, not {0}.");
    internal static readonly SchemaRule WrongDialect = Define("PAR1003", "Dialect is not known", "The dialect '{0}' is neither 2020-12 nor the '$id' of a meta-schema among the input files; write \"https://json-schema.org/draft/2020-12/schema\" or add the meta-schema.");
    internal static readonly SchemaRule WrongKeywordValue = Define("PAR1004", "Keyword has a wrong value", "The value of '{0}' must be {1}, not {2}.");
    internal static readonly SchemaRule UnknownType = Define("PAR1005", "Type does not exist", "There is no type '{0}'; write one of array, boolean, integer, null, number, object, string.");
    internal static readonly SchemaRule RepeatedEntry = Define("PAR1006", "Entry is repeated", "The entries of '{0}' must differ, and {1} is among them already; remove it.");
    internal static readonly SchemaRule BadPattern = Define("PAR1007", "Pattern is no regular expression", "The pattern is no ECMA-262 regular expression: {0}.");
    internal static readonly SchemaRule EmptyKeyword = Define("PAR1008", "Keyword has no entries", "'{0}' needs at least one entry; add one or remove the keyword.");
    internal static readonly SchemaRule NotPositive = Define("PAR1009", "Number is not above zero", "The value of '{0}' must be above zero, and {1} is not.");
    internal static readonly SchemaRule BadId = Define("PAR1010", "$id gives no absolute URI", "'$id' must be an absolute URI without fragment, or relative to one around it, and '{0}' is neither.");
    internal static readonly SchemaRule UnknownVocabulary = Define("PAR1012", "Vocabulary is not supported", "The dialect '{0}' requires the vocabulary '{1}', which is not supported; write false for it in '$vocabulary' or use another dialect.");
    internal static readonly SchemaRule RepeatedAnchor = Define("PAR1013", "Anchor is used twice", "The anchor '{0}' names '{1}' in this schema resource already; rename one of them.");

    // PAR2xxx: linking and naming.
    internal static readonly SchemaRule RemoteReference = Define("PAR2001", "Reference leaves the input", "'{0}' names nothing among the input files, and nothing is fetched from elsewhere; add the file and refer to it by its path.");
    internal static readonly SchemaRule MissingFile = Define("PAR2002", "Referenced file does not exist", "There is no input file '{0}'; references are relative to the file that holds them.");
    internal static readonly SchemaRule MissingTarget = Define("PAR2003", "Reference points at nothing", "'{0}' holds nothing at '{1}'; references into a file are JSON pointers such as '#/$defs/name', or anchors.");
    internal static readonly SchemaRule TargetNotSchema = Define("PAR2004", "Reference points at no schema", "What stands in '{0}' at '{1}' is no schema; refer to a schema file's root, a definition or another subschema.");
    internal static readonly SchemaRule ReferenceLoop = Define("PAR2005", "Reference leads back to itself", "Following '{0}' leads back to this schema without entering a member or item, so that no check would ever end; break the loop.");
    internal static readonly SchemaRule DuplicateId = Define("PAR2006", "$id is used twice", "The '$id' '{0}' belongs to '{1}' already; give every schema its own.");
    internal static readonly SchemaRule TypeNameTaken = Define("PAR2007", "Type name is taken", "The C# type '{0}' is made from '{1}' already; rename one of them or give a file's root another PascalCase 'title'.");
    internal static readonly SchemaRule MemberNameTaken = Define("PAR2008", "Member name is taken", "'{0}' and '{1}' both become the C# name '{2}'; rename one of them.");
    internal static readonly SchemaRule BrokenReference = Define("PAR2010", "Reference leads to a schema with errors", "'{0}' has errors or refers to a file that has; the contract is left out until they are corrected.");
    internal static readonly SchemaRule NamespaceTaken = Define("PAR2011", "Type has the name of a namespace", "The C# type '{0}' has the name of the namespace made from the folder of '{1}'; rename the schema or the folder.");
    internal static readonly SchemaRule DuplicatePath = Define("PAR2012", "Two files have one path", "Two input files have the path '{0}'; set different ParleyPath metadata.");
    internal static readonly SchemaRule TooManyScopes = Define("PAR2013", "Dynamic scopes are too many", "Following '{0}' needs more than {1} variants of schemas, one for each dynamic scope; use fewer '$dynamicAnchor's or refer with '$ref'.");

    // PAR3xxx: contracts.
    internal static readonly SchemaRule WrongMemberValue = Define("PAR3001", "Member has a wrong value", "'{0}' must be {1}, not {2}.");
    internal static readonly SchemaRule UnknownMember = Define("PAR3002", "Member is unknown", "There is no member '{0}' in {1}; write one of {2}.");
    internal static readonly SchemaRule MissingMember = Define("PAR3003", "Member is missing", "{0} is missing in {1}.");
    internal static readonly SchemaRule BadName = Define("PAR3004", "Name cannot be used", "'{0}' cannot be the name of {1}; write {2}.");
    internal static readonly SchemaRule ContractNameTaken = Define("PAR3005", "Contract name is used twice", "The contract '{0}' is described in '{1}' already; give every contract its own name.");
    internal static readonly SchemaRule OperationNameTaken = Define("PAR3006", "Operation name is used twice", "The contract has an operation '{0}' already; operation names are unique in a contract, and 'wireName' may repeat what the body says.");
    internal static readonly SchemaRule WireNameTaken = Define("PAR3007", "Wire name is used twice", "The operations '{0}' and '{1}' of this method have the same wire name '{2}', so that a request could not be told apart; change one.");
    internal static readonly SchemaRule UnknownEnvelope = Define("PAR3008", "Envelope does not exist", "There is no envelope '{0}'; write one of {1}.");
    internal static readonly SchemaRule BadTemplate = Define("PAR3009", "URL template is malformed", "'{0}' is no URL template: {1}.");
    internal static readonly SchemaRule UnlistedParameter = Define("PAR3010", "Template parameter is not listed", "The template parameter '{0}' is not in 'parameters'; describe it there.");
    internal static readonly SchemaRule ExtraParameter = Define("PAR3011", "Listed parameter is not in the template", "The URL template has no parameter '{0}'; remove it from 'parameters' or write '{{{0}}}' in the template.");
    internal static readonly SchemaRule UnknownState = Define("PAR3012", "State does not exist", "There is no state '{0}' in 'states'; write one of {1}.");
    internal static readonly SchemaRule UnknownNotification = Define("PAR3013", "Notification does not exist", "There is no notification '{0}' in 'notifications'; write one of {1}.");
    internal static readonly SchemaRule NotARecord = Define("PAR3014", "Schema describes no object", "The schema of '{0}' must describe an object: \"type\": \"object\" with 'properties'; '{1}' does not.");
    internal static readonly SchemaRule WrongDiscriminator = Define("PAR3015", "Request does not fix its discriminator", "The request schema '{0}' must list '{1}' in 'required' and give it \"const\": {2}; {3}.");
    internal static readonly SchemaRule SeveralOperations = Define("PAR3016", "Operations cannot be told apart", "Without a 'discriminator' a method has exactly one operation, and this one has {0}; add 'discriminator' or use other methods or URLs.");
    internal static readonly SchemaRule NoDiscriminator = Define("PAR3017", "Member needs a discriminator", "'{0}' is of use only where a 'discriminator' tells the operations of a method apart; {1}.");
    internal static readonly SchemaRule MissingFailure = Define("PAR3018", "Failure table is incomplete", "The envelope says nothing of the failure '{0}'; give its code, http and description.");
    internal static readonly SchemaRule BadBinding = Define("PAR3019", "Envelope member cannot be bound", "'{0}' must name {1} member of '{2}', and '{3}' is none.");
    internal static readonly SchemaRule UnboundMember = Define("PAR3020", "Failure member has no value", "The failure schema '{0}' requires '{1}', which is neither a constant nor bound in 'members'; bind it, make it a constant or make it optional.");
    internal static readonly SchemaRule BadHttpStatus = Define("PAR3021", "HTTP status is out of range", "The HTTP status of a failure is 400 to 599, not {0}.");
    internal static readonly SchemaRule RouteTaken = Define("PAR3022", "URL and method are taken", "The contract '{0}' answers {1} '{2}' {3} already; contracts share a URL only with different 'channel's.");
    internal static readonly SchemaRule QueryNotScalar = Define("PAR3023", "Query parameter is no plain value", "The query parameter '{0}' must be a string, number, integer, boolean or enum of strings without null, for a URL holds only text.");
    internal static readonly SchemaRule BadChannel = Define("PAR3024", "Bayeux channel is malformed", "'{0}' cannot be the channel: {1}.");
    internal static readonly SchemaRule EmittedNameTaken = Define("PAR3025", "Emitted name is taken", "The contract emits '{0}', and a type of that name is made from '{1}' already; rename the schema or the contract.");
    internal static readonly SchemaRule AmbiguousNotifications = Define("PAR3026", "Notifications cannot be told apart", "'{0}' and '{1}' come on the same channel and no required member with constant values tells them apart; give both such a member with different values.");
    internal static readonly SchemaRule WrongInput = Define("PAR3027", "Input does not fit the method", "{0} {1}; use '{2}'.");
    internal static readonly SchemaRule TerminalState = Define("PAR3028", "Terminal state leads on", "'{0}' is terminal, and this operation leads from it to '{1}'; remove it from 'from' or 'terminal' from the state.");

    /// <summary>All rules by id.</summary>
    public static IReadOnlyCollection<SchemaRule> All => ById.Values;

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static SchemaRule Get(string id) => ById[id];

    private static SchemaRule Define(string id, string title, string messageFormat, RuleSeverity severity = RuleSeverity.Error)
    {
        var rule = new SchemaRule(id, title, messageFormat, severity);
        ById.Add(id, rule);
        return rule;
    }
}
