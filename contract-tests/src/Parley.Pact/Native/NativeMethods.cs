using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>
/// The functions of the Pact core that the binding calls. Texts going in are copied by the core. Rust's <c>bool</c> is one byte, hence I1.
/// </summary>
internal static partial class NativeMethods
{
    // Whichever function is called first, the library is found and the process prepared before.
    static NativeMethods() => PactCore.Prepare();

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_version")]
    public static partial nint Version();

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_log_to_buffer")]
    public static partial int LogToBuffer(int level);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_string_delete")]
    public static partial void DeleteString(nint text);

    // A pact handle is an unsigned 16-bit number; a register that holds it zero-extended, as SafeHandle passes it, is the same call on every 64-bit platform.
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_new_pact", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ushort NewPact(string consumer, string provider);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_free_pact_handle")]
    public static partial uint FreePact(ushort pact);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_with_specification")]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool WithSpecification(PactHandle pact, int version);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_with_message_pact_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void WithPactMetadata(PactHandle pact, string @namespace, string name, string value);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_pact_handle_write_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WritePactFile(PactHandle pact, string directory, [MarshalAs(UnmanagedType.I1)] bool overwrite);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_new_interaction", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint NewInteraction(PactHandle pact, string description);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_given", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool Given(uint interaction, string state);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_given_with_param", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool GivenWithParameter(uint interaction, string state, string name, string value);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_with_request", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool WithRequest(uint interaction, string method, string path);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_with_query_parameter_v2", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool WithQueryParameter(uint interaction, string name, nuint index, string value);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_with_header_v2", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool WithHeader(uint interaction, InteractionPart part, string name, nuint index, string value);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_response_status")]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool WithStatus(uint interaction, ushort status);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_with_body", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool WithBody(uint interaction, InteractionPart part, string contentType, string body);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_new_message_interaction", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint NewMessage(PactHandle pact, string description);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_message_with_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void WithMessageMetadata(uint message, string key, string value);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_message_with_contents", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void WithMessageContents(uint message, string contentType, string body, nuint size);

    /// <summary>To be freed with <see cref="DeleteString"/>.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_message_reify")]
    public static partial nint ReifyMessage(uint message);

    /// <summary>The port, or a negative error.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_create_mock_server_for_transport", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateMockServer(PactHandle pact, string address, ushort port, string transport, string? configuration);

    /// <summary>Owned by the mock server: gone with it, never to be freed.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_mock_server_mismatches")]
    public static partial nint MockServerMismatches(int port);

    /// <inheritdoc cref="MockServerMismatches"/>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_mock_server_logs")]
    public static partial nint MockServerLogs(int port);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_cleanup_mock_server")]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool CleanupMockServer(int port);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_new_for_application", StringMarshalling = StringMarshalling.Utf8)]
    public static partial VerifierHandle NewVerifier(string application, string version);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_shutdown")]
    public static partial void ShutDownVerifier(nint verifier);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_provider_info", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProviderInfo(VerifierHandle verifier, string name, string scheme, string host, ushort port, string path);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_add_provider_transport", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddTransport(VerifierHandle verifier, string protocol, ushort port, string path, string? scheme);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_filter_info", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFilter(VerifierHandle verifier, string? description, string? state, byte withoutState);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_provider_state", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProviderState(VerifierHandle verifier, string url, byte teardown, byte body);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_verification_options")]
    public static partial int SetVerificationOptions(VerifierHandle verifier, byte disableSslVerification, CULong timeoutMilliseconds);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_coloured_output")]
    public static partial int SetColouredOutput(VerifierHandle verifier, byte coloured);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_publish_options", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetPublishOptions(VerifierHandle verifier, string version, string? buildUrl, string[] tags, ushort tagCount, string? branch);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_consumer_filters", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetConsumers(VerifierHandle verifier, string[] consumers, ushort count);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_add_custom_header", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddHeader(VerifierHandle verifier, string name, string value);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_add_file_source", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddFileSource(VerifierHandle verifier, string file);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_add_directory_source", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddDirectorySource(VerifierHandle verifier, string directory);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_url_source", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddUrlSource(VerifierHandle verifier, string url, string? user, string? password, string? token);

    /// <summary>0, or -1 for selectors that the core cannot read.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_broker_source_with_selectors", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddBrokerSource(
        VerifierHandle verifier, string url, string? user, string? password, string? token, byte pending, string? includeWipPactsSince,
        string[] providerTags, ushort providerTagCount, string? providerBranch, string[] selectors, ushort selectorCount, string[] consumerTags, ushort consumerTagCount);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_execute")]
    public static partial int Execute(VerifierHandle verifier);

    /// <summary>To be freed with <see cref="DeleteString"/>.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_output")]
    public static partial nint Output(VerifierHandle verifier, byte stripColours);

    /// <inheritdoc cref="Output"/>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_logs")]
    public static partial nint Logs(VerifierHandle verifier);

    /// <inheritdoc cref="Output"/>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_json")]
    public static partial nint Json(VerifierHandle verifier);
}
