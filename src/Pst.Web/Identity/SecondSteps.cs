using Microsoft.AspNetCore.Identity;

namespace Pst.Web.Identity;

/// <summary>What somebody has beside a password: an authenticator that shows codes (TOTP, RFC 6238), and passkeys (WebAuthn).</summary>
public sealed class SecondSteps(UserManager<Person> people, SignInManager<Person> signIn)
{
    const string Issuer = "PST";
    const int Codes = 10;

    /// <summary>The address that an authenticator reads as a QR code, and the key in it for typing.</summary>
    /// <param name="called">How the account is called there.</param>
    public async Task<(string Address, string Key)> OfferAsync(Person person, string? called = null)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is not { } key)
        {
            await people.ResetAuthenticatorKeyAsync(person);
            await signIn.RefreshSignInAsync(person); // the new key moved the stamp
            key = (await people.GetAuthenticatorKeyAsync(person))!;
        }
        var account = $"{Issuer}:{Uri.EscapeDataString(called ?? person.UserName!)}";
        return ($"otpauth://totp/{account}?secret={key}&issuer={Issuer}", key);
    }

    /// <summary>Asks for a code at each sign-in from now on.</summary>
    /// <returns>Codes for when the phone is lost; null where this code is not the right one.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Person person, string code)
    {
        var provider = people.Options.Tokens.AuthenticatorTokenProvider;
        if (!await people.VerifyTwoFactorTokenAsync(person, provider, Digits(code))) return null;
        await people.SetTwoFactorEnabledAsync(person, true);
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes);
        await signIn.RefreshSignInAsync(person);
        return [.. codes!];
    }

    /// <summary>
    /// A password alone is enough again; passkeys go, too. For oneself, or by an administrator for one who lost the phone.
    /// </summary>
    public async Task RemoveAsync(Person person)
    {
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        foreach (var passkey in await people.GetPasskeysAsync(person)) await people.RemovePasskeyAsync(person, passkey.CredentialId);
    }

    /// <summary>The second step of a sign-in, by the authenticator's code or one of those for a lost phone.</summary>
    public async Task<SignInResult> PassAsync(string code)
    {
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(Digits(code), isPersistent: false, rememberClient: false);
        return result.Succeeded || result.IsLockedOut ? result : await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim());
    }

    /// <summary>What the browser needs to make a passkey.</summary>
    /// <param name="called">How the account is called there; null for its sign-in name.</param>
    public Task<string> NewPasskeyAsync(Person person, string? called = null) => signIn.MakePasskeyCreationOptionsAsync(
        new() { Id = $"{person.Id}", Name = called ?? person.UserName!, DisplayName = called ?? person.Name });

    /// <summary>Keeps the passkey that the browser made; false where it is not sound.</summary>
    public async Task<bool> KeepPasskeyAsync(Person person, string credential, string name)
    {
        var made = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!made.Succeeded || made.UserEntity.Id != $"{person.Id}") return false;
        made.Passkey.Name = name;
        return (await people.AddOrUpdatePasskeyAsync(person, made.Passkey)).Succeeded;
    }

    /// <summary>Signs in by a passkey alone: it proves what one has and, by its own lock, who one is.</summary>
    public async Task<bool> SignInAsync(string credential)
    {
        var shown = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!shown.Succeeded || !await signIn.CanSignInAsync(shown.User) || await people.IsLockedOutAsync(shown.User)) return false;
        await people.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await signIn.SignInAsync(shown.User, isPersistent: false);
        return true;
    }

    // Authenticators show "123 456".
    static string Digits(string code) => code.Replace(" ", "").Replace("-", "");
}
