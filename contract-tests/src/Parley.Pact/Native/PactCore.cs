using System.Reflection;
using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>Finds, loads and prepares the Pact core (<c>libpact_ffi</c>), once for the process.</summary>
internal static partial class PactCore
{
    /// <summary>The name under which <see cref="NativeMethods"/> asks for the library.</summary>
    public const string Library = "pact_ffi";

    /// <summary>Environment variable that names another version of the core than <see cref="DefaultVersion"/>, such as <c>0.5.8</c>.</summary>
    public const string VersionVariable = "PARLEY_PACT_CORE";

    /// <summary>The version that is loaded unless <see cref="VersionVariable"/> says otherwise; the only one that the package holds.</summary>
    public const string DefaultVersion = "0.4.28";

    /// <summary>The version that the process asked for.</summary>
    public static string Version => Environment.GetEnvironmentVariable(VersionVariable) is { Length: > 0 } version ? version : DefaultVersion;

    /// <summary>Prepares the process for the core; done by the first use of <see cref="NativeMethods"/>.</summary>
    public static void Prepare()
    {
        NativeLibrary.SetDllImportResolver(typeof(PactCore).Assembly, (name, assembly, _) => name == Library ? Load(assembly) : 0);
        TurnTelemetryOff();
        StandardOutput.KeepFromCore();
    }

    /// <summary>Loads the core and lets it keep its log. The level of the first call holds for the whole process.</summary>
    /// <exception cref="DllNotFoundException">There is no core for this platform or of the version asked for.</exception>
    public static void Start(PactLogLevel level) => _ = NativeMethods.LogToBuffer(level switch
    {
        PactLogLevel.None => 0,
        PactLogLevel.Error => 1,
        PactLogLevel.Warn => 2,
        PactLogLevel.Information => 3,
        PactLogLevel.Debug => 4,
        PactLogLevel.Trace => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such log level."),
    });

    private static nint Load(Assembly assembly)
    {
        var version = Version;
        // Throws with the loader's reason when the file is damaged or of another platform.
        if (CoreFile.For(version) is { } file)
            return NativeLibrary.Load(file);
        // From the package, the library lies where the runtime looks by itself.
        if (version == DefaultVersion && NativeLibrary.TryLoad(Library, assembly, searchPath: null, out var core))
            return core;
        throw new DllNotFoundException(
            $"The Pact core {version} for {RuntimeInformation.RuntimeIdentifier} is not in {CoreFile.Folder(version)}. "
            + $"Run 'npm ci --ignore-scripts' in the folder of Parley.Pact and build again; {VersionVariable} chooses the version, {DefaultVersion} by default.");
    }

    // The core tells an analytics service of each mock server and each verification, unless exactly "true" stands in the native environment,
    // which on Unix is not the one that Environment.SetEnvironmentVariable changes.
    private static void TurnTelemetryOff()
    {
        const string Variable = "PACT_DO_NOT_TRACK";
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "true");
        else
            _ = SetNativeVariable(Variable, "true", 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeVariable(string name, string value, int overwrite);
}
