// The button with the id “print”: on the poster, beside an invitation, beside a one-time password.
document.getElementById("print").addEventListener("click", () => window.print());
