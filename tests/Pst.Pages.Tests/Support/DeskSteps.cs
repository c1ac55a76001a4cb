namespace Pst.Pages.Tests.Support;

/// <summary>What a clerk does at the desk.</summary>
internal static class DeskSteps
{
    /// <summary>Presses a button of one act on the visitor's card.</summary>
    public static Task<Browser> ActAsync(this Browser desk, string command, string button, params (string Field, string Value)[] filled) =>
        desk.SubmitAsync(desk.ButtonIn($"form[id={command}]", button), filled);
}
