using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>Checks what attributes cannot say about <see cref="ContactCenterOptions"/>.</summary>
internal sealed class ContactCenterOptionsValidator : IValidateOptions<ContactCenterOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ContactCenterOptions options)
    {
        var errors = new List<string>();
        if (options.PublicUri.Length > 0
            && !(Uri.TryCreate(options.PublicUri, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)))
        {
            errors.Add($"{ContactCenterOptions.Section}:PublicUri is '{options.PublicUri}'; it must be an absolute http or https URI.");
        }

        if (options.Queues.Any(string.IsNullOrWhiteSpace))
            errors.Add($"{ContactCenterOptions.Section}:Queues has an empty name.");
        if (options.Workbins.Any(string.IsNullOrWhiteSpace))
            errors.Add($"{ContactCenterOptions.Section}:Workbins has an empty name.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
